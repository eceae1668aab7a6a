"use strict";
// What the page does beside being read: it shows what a link leads to, filters, and changes its colours.
(() => {
  const CLIP = 340;
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.id = "tip";
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;
  document.body.append(tip);

  // A point of a chart has its words in its label; the browser's own hint would say them twice.
  for (const title of document.querySelectorAll("svg a title")) title.remove();

  const words = (element) => element.textContent.replace(/\s+/g, " ").trim();

  // The text about a figure in its paragraph, cut at blanks.
  const around = (mark) => {
    const whole = document.createRange();
    whole.selectNodeContents(mark.closest("p, h3"));
    whole.setEnd(mark, 0);
    const at = whole.toString().length;
    const text = mark.closest("p, h3").textContent;
    let start = Math.max(0, at - CLIP / 2);
    let end = Math.min(text.length, at + CLIP / 2);
    if (start > 0) start = text.indexOf(" ", start) + 1 || start;
    if (end < text.length) end = text.lastIndexOf(" ", end);
    return (start ? "…" : "") + text.slice(start, end).trim() + (end < text.length ? "…" : "");
  };

  // What stands where the link leads; "" for what needs no hint.
  const told = (link) => {
    const label = link.closest("svg") && link.getAttribute("aria-label");
    if (label) return label;
    const target = document.getElementById(decodeURIComponent(link.hash || "").slice(1));
    if (!target) return "";
    if (target.id.startsWith("g-")) return words(target.querySelector("dd"));
    if (target.id.startsWith("c-")) return around(target);
    if (target.id.startsWith("n-")) return words(target.querySelector("p"));
    if (!target.id.startsWith("r-")) return "";
    const title = target.closest("section").querySelector("h3");
    const cells = [...target.cells].slice(1, 5).map(words);
    return `${words(title)}\n${cells[1]}, as of ${cells[0]}\n${cells[2]}, printed ${cells[3]}`;
  };

  let shown = null;
  const place = () => {
    const box = shown.getBoundingClientRect();
    const left = Math.min(Math.max(8, box.left), innerWidth - tip.offsetWidth - 8);
    const above = box.top - tip.offsetHeight - 8;
    tip.style.left = `${Math.max(8, left)}px`;
    tip.style.top = `${above > 8 ? above : box.bottom + 8}px`;
  };
  const hide = () => {
    shown?.removeAttribute("aria-describedby");
    shown = null;
    tip.hidden = true;
  };
  const show = (link) => {
    const text = told(link);
    if (!text) return;
    shown = link;
    tip.textContent = text;
    tip.hidden = false;
    place();
    if (!link.closest("svg")) link.setAttribute("aria-describedby", "tip");
  };
  const linkOf = (event) => event.target.closest?.('a[href^="#"]');
  for (const kind of ["mouseover", "focusin"]) {
    document.addEventListener(kind, (event) => {
      const link = linkOf(event);
      hide();
      if (link && !link.closest("nav")) show(link);
    });
  }
  document.addEventListener("mouseout", (event) => linkOf(event) && hide());
  document.addEventListener("focusout", hide);
  // To focus a link may scroll the page: the words stay beside it.
  document.addEventListener("scroll", () => shown && place(), { passive: true });
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());

  const tools = document.getElementById("tools");
  const filter = document.createElement("input");
  filter.type = "search";
  filter.placeholder = "Filter";
  filter.setAttribute("aria-label", "Show only quantities and articles that name this");
  const theme = document.createElement("button");
  theme.type = "button";
  tools.append(filter, theme);

  let texts = null;
  const sift = () => {
    const kinds = ".rank tbody tr, .docs tbody tr, .s, .l li, article";
    texts ??= [...document.querySelectorAll(kinds)].map((one) => [one, one.textContent.toLowerCase()]);
    const wanted = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const [one, text] of texts) one.hidden = !wanted.every((word) => text.includes(word));
  };
  let waiting = 0;
  filter.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(sift, 150);
  });

  const root = document.documentElement;
  const dark = () => root.dataset.theme === "dark" || (!root.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);
  const named = () => (theme.textContent = dark() ? "Light" : "Dark");
  theme.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    named();
  });
  named();
})();
