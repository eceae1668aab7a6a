// Marks under a text: where an edit moves them, and how they are drawn. Text becomes text nodes and never markup.

/** What an edit changed: both texts are alike up to `start`, and from `before` in the old and `after` in the new on. */
export function edit(old, now) {
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old.charCodeAt(start) === now.charCodeAt(start)) start += 1;
  let same = 0;
  while (same < most - start && old.charCodeAt(old.length - 1 - same) === now.charCodeAt(now.length - 1 - same)) same += 1;
  return { start, before: old.length - same, after: now.length - same };
}

/** The marks after an edit: those that it touches are gone until they have been read again. */
export function moved(marks, { start, before, after }) {
  const by = after - before;
  const kept = [];
  for (const mark of marks) {
    if (mark.title || mark.end < start) kept.push(mark);
    else if (mark.start > before) kept.push({ ...mark, start: mark.start + by, end: mark.end + by });
  }
  return kept;
}

/** The mark that stands at an offset, the smallest where several do. */
export function at(marks, offset) {
  const here = marks.filter((one) => !one.title && one.start <= offset && offset <= one.end && one.end > one.start);
  return here.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
}

const lines = new WeakMap(); // of each element what is drawn in it, line by line

/** Draw the text with its figures and findings into an element. Lines that are as they were stay, and cost no layout. */
export function draw(element, text, figures, findings) {
  const old = lines.get(element) || [];
  const now = lined(text, runs(text, figures, findings));
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head].key === now[head].key) head += 1;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail].key === now[now.length - 1 - tail].key) tail += 1;
  const rest = tail ? old[old.length - tail].node : null;
  for (const line of old.slice(head, old.length - tail)) line.node.remove();
  now.forEach((line, index) => {
    if (index < head) line.node = old[index].node;
    else if (index >= now.length - tail) line.node = old[old.length - now.length + index].node;
    else line.node = element.insertBefore(built(line), rest);
  });
  lines.set(element, now);
}

/** The node that is drawn for an offset: its mark, or its line. */
export function drawnAt(element, offset) {
  const line = (lines.get(element) || []).findLast((one) => one.start <= offset);
  if (!line) return null;
  const mark = line.runs.findIndex((run) => line.start + run.start <= offset && offset < line.start + run.end);
  return mark < 0 ? line.node : line.node.querySelectorAll(":scope > span")[mark];
}

/** Runs of text under the same marks, in order: where each begins and ends, and the styles of its figure and finding. */
function runs(text, figures, findings) {
  const order = (a, b) => a.start - b.start || b.end - a.end;
  const placed = findings.filter((one) => !one.title && one.end > one.start).sort(order);
  const marked = figures.filter((one) => !one.title).sort(order);
  const edges = new Set();
  for (const one of [...placed, ...marked]) edges.add(one.start).add(Math.min(one.end, text.length));
  const sorted = [...edges].sort((a, b) => a - b);
  const made = [];
  let [figure, coming, under] = [0, 0, []];
  for (let index = 0; index + 1 < sorted.length; index += 1) {
    const [start, end] = [sorted[index], sorted[index + 1]];
    while (figure < marked.length && marked[figure].end <= start) figure += 1;
    while (coming < placed.length && placed[coming].start <= start) under.push(placed[coming++]);
    under = under.filter((one) => one.end > start);
    const here = figure < marked.length && marked[figure].start <= start ? marked[figure].style : "";
    if (here || under.length) made.push({ start, end, figure: here, finding: under.length ? worst(under) : "" });
  }
  return made;
}

/** The lines of the text, each with its runs as they count in it, and a key that is the same for what looks the same. */
function lined(text, all) {
  const made = [];
  let [start, next] = [0, 0];
  for (const words of text.split("\n")) {
    const end = start + words.length;
    const mine = [];
    for (let index = next; index < all.length && all[index].start < end; index += 1) {
      const run = all[index];
      mine.push({ ...run, start: Math.max(run.start - start, 0), end: Math.min(run.end, end) - start });
    }
    while (next < all.length && all[next].end <= end) next += 1;
    const shown = mine.filter((run) => run.end > run.start);
    const key = [words, ...shown.map((run) => [run.start, run.end, run.figure, run.finding].join(","))].join("\n");
    made.push({ start, words, runs: shown, key });
    start = end + 1;
  }
  return made;
}

function built({ words, runs: mine }) {
  const node = document.createElement("div");
  let done = 0;
  for (const run of mine) {
    node.append(words.slice(done, run.start));
    let mark = document.createTextNode(words.slice(run.start, run.end));
    if (run.figure) mark = wrapped(mark, `q ${run.figure}`);
    if (run.finding) mark = wrapped(mark, `f ${run.finding}`);
    node.append(mark);
    done = run.end;
  }
  node.append(`${words.slice(done)}\n`); // an empty line has its height too
  return node;
}

function wrapped(node, names) {
  const span = document.createElement("span");
  span.className = names;
  span.append(node);
  return span;
}

function worst(findings) {
  return ["e", "w", "n"].find((style) => findings.some((one) => one.style === style)) || "n";
}
