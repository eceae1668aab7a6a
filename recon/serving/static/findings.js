// The list of findings beside a text, built of nodes: what an article says is never markup.

const WORDS = { error: "error", warning: "warning", info: "note" };

const shown = new WeakMap(); // of each list what it shows, so that what is the same is not made anew

/** Fill the list; `go` is called with the finding that is chosen, `mend` with the one whose rewrite is. */
export function list(aside, answer, go, mend) {
  const [loud, notes] = [[], []];
  for (const one of answer.findings) (one.severity === "info" ? notes : loud).push(one);
  aside.querySelector("h2").textContent = answer.empty ? "Findings" : heading(answer, loud.length);
  fill(aside.querySelector(":scope > ol"), loud, go, mend);
  const details = aside.querySelector("details");
  details.hidden = !notes.length;
  details.querySelector("summary").textContent = counted(notes.length, "note");
  fill(details.querySelector("ol"), notes, go, mend);
}

/** Show findings in a list. Items that say the same stay and lead to where their finding now stands. */
function fill(ol, findings, go, mend) {
  const key = JSON.stringify(findings.map(({ start, end, fix, ...said }) => [said, fix?.replacement]));
  const old = shown.get(ol);
  if (old?.key === key) {
    old.findings = findings;
    return;
  }
  const now = { key, findings };
  shown.set(ol, now);
  ol.replaceChildren(
    ...findings.map((one, at) => item(one, () => go(now.findings[at]), () => mend(now.findings[at]))),
  );
}

/** "no finding in 12 figures", for the heading and for those who listen. */
export function heading({ total, findings }, loud) {
  const more = total.findings > findings.length ? `; the first ${findings.length} are shown` : "";
  if (!total.figures && !total.findings) return "No figures";
  const left = total.suppressed ? `; ${total.suppressed} let stand by comments` : "";
  return `${loud ? counted(loud, "finding") : "No findings"} in ${counted(total.figures, "figure")}${more}${left}`;
}

export function counted(number, noun) {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}

function item(one, go, mend) {
  const li = made("li", one.style);
  const button = made("button");
  button.type = "button";
  const code = made("b", "", one.code);
  code.title = one.name;
  const head = made("span", "head");
  head.append(code, ` ${WORDS[one.severity]} `, made("span", "where", one.title ? "headline" : `line ${one.line}`));
  button.append(head, made("span", "message", one.message));
  button.addEventListener("click", go);
  li.append(button);
  for (const line of one.working) li.append(made("p", "working", line));
  if (one.suggestion) li.append(made("p", "working", `Try: ${one.suggestion}`));
  if (one.fix && one.fix.safe && !one.title) {
    const fix = made("button", "fix", `Write “${one.fix.words}”`);
    fix.type = "button";
    fix.addEventListener("click", mend);
    li.append(fix);
  }
  return li;
}

function made(name, className = "", text = "") {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}
