// The page: its articles in tabs, files that are dropped on it, the series of several articles, and the report.
// What is pasted lives in this page and in the requests to recon on this machine. Nothing is stored.

import { article } from "./article.js";
import { asking, post } from "./asking.js";

const PAUSE = 400; // milliseconds without a change before the series are made anew
const KINDS = /\.(txt|md|markdown)$/i;

const by = (id) => document.getElementById(id);
const [tabs, main, across, series, state, trouble, said] = [
  "tabs", "articles", "across", "series", "across-state", "trouble", "said",
].map(by);
// What recon renders comes in through this one place; the policy of the page lets no other string become markup.
const rendered = window.trustedTypes?.createPolicy("recon", { createHTML: (html) => html });

const articles = [];
let shown = null;
let made = 0;
let pause = 0;
let saying = 0;
let places = {};
let order = [];

const askSeries = asking(
  "series",
  10_000,
  (answer, { articles: asked }) => {
    places = answer.places;
    order = asked.map((sent) => articles.find((one) => one.name === sent.name));
    series.innerHTML = rendered ? rendered.createHTML(answer.html) : answer.html;
    state.textContent = "";
    across.removeAttribute("aria-busy");
    calm("asking");
  },
  (words) => complain(words, "asking"),
);

/** Say what went wrong, until what it is `about` ("asking" or "files") goes well again. */
function complain(words, about) {
  trouble.textContent = words;
  trouble.dataset.about = about;
  trouble.hidden = false;
  state.textContent = "";
  across.removeAttribute("aria-busy");
}

function calm(about) {
  if (trouble.dataset.about === about) trouble.hidden = true;
}

/** Add an article, after those there are, and show it. */
function add() {
  made += 1;
  const one = article(made, {
    trouble: (words) => complain(words, "asking"),
    read: () => { calm("asking"); say(one); },
    changed: () => { by("export").disabled = articles.every((it) => it.empty); later(); },
    removed: () => remove(one),
  });
  articles.push(one);
  tabs.append(one.tab);
  main.append(one.panel);
  one.tab.addEventListener("click", () => show(one));
  show(one);
  return one;
}

function show(one) {
  shown = one;
  for (const it of articles) {
    it.panel.hidden = it !== one;
    it.tab.setAttribute("aria-selected", String(it === one));
    it.tab.tabIndex = it === one ? 0 : -1;
  }
}

function remove(one) {
  if (one.unsaved && !window.confirm("Remove this article? What you typed is nowhere else.")) return;
  const index = articles.indexOf(one);
  articles.splice(index, 1);
  one.tab.remove();
  one.panel.remove();
  if (!articles.length) add();
  show(articles[Math.min(index, articles.length - 1)]);
  shown.focus();
  by("export").disabled = articles.every((it) => it.empty);
  later();
}

/** Tell those who listen what was found, once the typing rests. */
function say(one) {
  clearTimeout(saying);
  saying = setTimeout(() => { if (one === shown && said.textContent !== one.said) said.textContent = one.said; }, 1000);
}

const filled = () => articles.filter((one) => !one.empty);

/** Have the series made once there are two articles and nothing changes for a moment. */
function later() {
  clearTimeout(pause);
  const several = filled().length > 1;
  across.hidden = !several;
  if (!several) {
    series.replaceChildren();
    return;
  }
  across.setAttribute("aria-busy", "true");
  if (!series.firstChild) state.textContent = "Reading…";
  pause = setTimeout(() => askSeries({ articles: filled().map((one) => one.sent()) }), PAUSE);
}

async function take(files) {
  const problems = [];
  calm("files");
  for (const file of files) {
    try {
      if (!KINDS.test(file.name)) throw new Error("recon reads .txt and .md here; save it as one of them");
      const bytes = await file.arrayBuffer();
      if (bytes.byteLength > Number(document.body.dataset.size)) throw new Error("it is too long to be an article");
      const words = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
      const one = shown.empty ? shown : add();
      one.take(file.name, words);
    } catch (error) {
      problems.push(`${file.name}: ${error instanceof TypeError ? "not UTF-8; save it as UTF-8" : error.message}`);
    }
  }
  if (problems.length) complain(problems.join(". "), "files");
  shown.focus();
}

async function save() {
  const button = by("export");
  button.disabled = true;
  try {
    const answer = await post("report", { articles: filled().map((one) => one.sent()) });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await answer.blob());
    link.download = "recon-report.html";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    articles.forEach((one) => one.saved());
    calm("asking");
  } catch (error) {
    complain(error.message, "asking");
  } finally {
    button.disabled = !filled().length;
  }
}

by("add").addEventListener("click", () => add().focus());
by("open").addEventListener("click", () => by("files").click());
by("files").addEventListener("change", async ({ target }) => {
  await take([...target.files]);
  target.value = "";
});
by("export").addEventListener("click", save);
by("explain").addEventListener("click", () => explain(""));

document.addEventListener("input", () => calm("files"));

tabs.addEventListener("keydown", (event) => {
  const index = articles.indexOf(shown);
  const to = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: articles.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  show(articles[(to + articles.length) % articles.length]);
  shown.tab.focus();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "F8" || by("help").open) return;
  event.preventDefault();
  shown.next(event.shiftKey ? -1 : 1);
});

// In the series a number leads to its words, a "?" to what the column means, and a claim to its row.
series.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (!link) return;
  event.preventDefault();
  const id = link.getAttribute("href").slice(1);
  if (id in places) follow(places[id]);
  else if (id.startsWith("g-")) explain(id);
  else point(by(id));
});

function follow([number, start, end, title]) {
  const one = order[number];
  if (!articles.includes(one)) return;
  show(one);
  one.select(start, end, title);
}

function explain(id) {
  by("glossary").open = Boolean(id);
  by("help").showModal();
  if (id) point(by(id));
}

function point(element) {
  if (!element) return;
  for (const one of document.querySelectorAll(".pointed")) one.classList.remove("pointed");
  element.classList.add("pointed");
  element.scrollIntoView({ block: "center" });
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

for (const kind of ["dragenter", "dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    document.body.classList.toggle("dropping", kind === "dragenter" || kind === "dragover");
    if (kind === "drop") take([...event.dataTransfer.files]);
  });
}

window.addEventListener("beforeunload", (event) => {
  if (articles.some((one) => one.unsaved)) event.preventDefault();
});

add().focus();
