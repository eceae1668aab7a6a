// One article: its tab, its fields, its text with marks under it, and its findings.

import { asking } from "./asking.js";
import { counted, heading, list } from "./findings.js";
import { at, draw, drawnAt, edit, moved } from "./marks.js";

const PAUSE = 15; // milliseconds without a key before the text is read
const NOTHING = { empty: true, figures: [], findings: [], total: { figures: 0, findings: 0, suppressed: 0 }, head: {} };
const FIELDS = ["publisher", "published", "title"];

/** Make an article and its tab; `told` has what to call when it was read, changed, or something went wrong. */
export function article(number, told) {
  const panel = document.querySelector("#article").content.cloneNode(true).firstElementChild;
  const part = (name) => panel.querySelector(name);
  const [paper, under, area, here, aside] = [".paper", ".under", "textarea", ".here", ".findings"].map(part);
  const field = Object.fromEntries(FIELDS.map((name) => [name, part(`[name=${name}]`)]));
  const tab = document.createElement("button");
  Object.assign(tab, { type: "button", id: `tab-${number}` });
  panel.id = `panel-${number}`;
  for (const [name, value] of [["role", "tab"], ["aria-controls", panel.id]]) tab.setAttribute(name, value);
  panel.setAttribute("aria-labelledby", tab.id);

  const own = Object.fromEntries(FIELDS.map((key) => [key, ""])); // what was typed, also where the text says otherwise
  let name = `Article ${number}`;
  let read = NOTHING;
  let text = "";
  let typed = false;
  let pause = 0;

  const ask = asking("mark", 2_000, answered, (words) => told.trouble(words));

  function sent() {
    return { name, text: area.value, ...own };
  }

  function answered(answer, given) {
    const [one] = given.articles;
    if (one.text !== area.value) return; // it was read while more was typed, and is being read again
    read = answer;
    show();
    told.read();
  }

  function show() {
    draw(under, text, read.figures, read.findings);
    list(aside, read, go, mend);
    for (const key of FIELDS) {
      const said = read.head[key];
      const fixed = Boolean(said) && said !== own[key].trim();
      field[key].readOnly = fixed;
      field[key].title = fixed ? "The head of the text says so; change it there." : "";
      const value = fixed ? said : own[key];
      if (field[key].value !== value) field[key].value = value;
    }
    field.title.setAttribute("aria-invalid", String(read.findings.some((one) => one.title && one.severity !== "info")));
    label();
    point();
  }

  function label() {
    const title = read.head.publisher || own.publisher.trim() || name;
    const loud = read.findings.filter((one) => one.severity !== "info").length;
    const badge = document.createElement("span");
    badge.className = "badge";
    badge.textContent = loud ? String(loud) : "";
    badge.title = loud ? counted(loud, "finding") : "";
    tab.title = [name, read.head.title || own.title].filter(Boolean).join(": ");
    tab.replaceChildren(title.length > 28 ? `${title.slice(0, 27)}…` : title, badge);
  }

  function changed() {
    const now = area.value;
    const what = edit(text, now);
    read = { ...read, figures: moved(read.figures, what), findings: moved(read.findings, what) };
    text = now;
    draw(under, text, read.figures, read.findings);
    later();
  }

  function later() {
    clearTimeout(pause);
    pause = setTimeout(() => {
      if (area.value.trim()) ask({ articles: [sent()] });
      else answered(NOTHING, { articles: [{ text: area.value }] });
    }, PAUSE);
    told.changed();
  }

  /** Show a place of the text and select it. */
  function select(start, end, title = false) {
    if (title) {
      field.title.focus();
      field.title.setSelectionRange(start, end);
      return;
    }
    area.focus({ preventScroll: true });
    area.setSelectionRange(start, end);
    const mark = drawnAt(under, start);
    if (mark) paper.scrollTop = mark.offsetTop - paper.clientHeight / 3;
    paper.scrollIntoView({ block: "nearest" });
    point();
  }

  function go(one) {
    if (one.end > one.start) {
      select(one.start, one.end, one.title);
    } else {
      const before = text.split("\n").slice(0, one.line - 1).join("\n");
      const start = before.length + (one.line > 1 ? 1 : 0);
      const stop = text.indexOf("\n", start);
      select(start, stop < 0 ? text.length : stop);
    }
  }

  function mend(one) {
    select(one.fix.start, one.fix.end);
    // The one way to write into a text that the browser's undo knows of.
    if (!document.execCommand("insertText", false, one.fix.replacement)) {
      area.setRangeText(one.fix.replacement, one.fix.start, one.fix.end, "end");
      changed();
    }
  }

  /** Say what stands at the caret. */
  function point() {
    const offset = area.selectionStart;
    const figure = at(read.figures, offset);
    const finding = at(read.findings, offset);
    const words = figure ? [figure.told.filter(Boolean).join(", "), figure.noun].filter(Boolean) : [];
    if (finding) words.push(`${finding.code} ${finding.message}`);
    here.textContent = words.join(" · ");
  }

  area.addEventListener("input", (event) => {
    typed ||= !["insertFromPaste", "insertFromDrop"].includes(event.inputType);
    changed();
  });
  for (const kind of ["keyup", "click", "focus", "select"]) area.addEventListener(kind, point);
  for (const key of FIELDS) {
    field[key].addEventListener("input", () => {
      own[key] = field[key].value;
      label();
      later();
    });
  }
  part(".remove").addEventListener("click", () => told.removed());
  show();

  return {
    tab,
    panel,
    sent,
    select,
    get name() { return name; },
    get said() { return area.value.trim() ? heading(read, read.findings.filter((one) => one.severity !== "info").length) : ""; },
    get empty() { return !area.value.trim(); },
    get unsaved() { return typed && Boolean(area.value.trim()); },
    saved() { typed = false; },
    focus() { area.focus(); },
    /** Take a file's text. */
    take(called, words) {
      name = called;
      area.value = words;
      changed();
      label();
    },
    /** Go to the next finding from the caret (`step` 1) or the one before (-1). */
    next(step) {
      const placed = read.findings.filter((one) => !one.title && one.end > one.start);
      const sorted = placed.sort((a, b) => step * (a.start - b.start));
      const one = sorted.find((it) => step * (it.start - area.selectionStart) > 0) || sorted[0];
      if (one) go(one);
    },
  };
}
