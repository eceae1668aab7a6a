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
  const kept = [];
  for (const mark of marks) {
    if (mark.title || mark.end < start) kept.push(mark);
    else if (mark.start > before) kept.push({ ...mark, start: mark.start + after - before, end: mark.end + after - before });
  }
  return kept;
}

/** Draw the text with its figures and findings into an element. */
export function draw(element, text, figures, findings) {
  const drawn = document.createDocumentFragment();
  const placed = findings.filter((one) => !one.title && one.end > one.start);
  const marked = figures.filter((one) => !one.title);
  const edges = new Set();
  for (const one of [...placed, ...marked]) edges.add(one.start).add(Math.min(one.end, text.length));
  const sorted = [...edges].sort((a, b) => a - b);
  placed.sort((a, b) => a.start - b.start || b.end - a.end);
  marked.sort((a, b) => a.start - b.start || b.end - a.end);
  let at = 0, figure = 0, coming = 0, under = [];
  const plain = (to) => { if (to > at) drawn.append(text.slice(at, to)); at = Math.max(at, to); };
  sorted.forEach((start, index) => {
    if (index + 1 === sorted.length) return;
    const end = sorted[index + 1];
    plain(start);
    while (figure < marked.length && marked[figure].end <= start) figure += 1;
    while (coming < placed.length && placed[coming].start <= start) under.push(placed[coming++]);
    under = under.filter((one) => one.end > start);
    const here = figure < marked.length && marked[figure].start <= start ? marked[figure] : null;
    if (here || under.length) {
      let node = document.createTextNode(text.slice(start, end));
      if (here) node = wrapped(node, `q ${here.style}`);
      if (under.length) node = wrapped(node, `f ${worst(under).style}`);
      node.dataset.start = start;
      drawn.append(node);
      at = end;
    }
  });
  plain(text.length);
  drawn.append("\u200b"); // a last line that is empty has its height too
  element.replaceChildren(drawn);
}

/** The mark that stands at an offset, the smallest where several do. */
export function at(marks, offset) {
  const here = marks.filter((one) => !one.title && one.start <= offset && offset <= one.end && one.end > one.start);
  return here.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
}

function wrapped(node, names) {
  const span = document.createElement("span");
  span.className = names;
  span.append(node);
  return span;
}

function worst(findings) {
  return ["e", "w", "n"].map((style) => findings.find((one) => one.style === style)).find(Boolean);
}
