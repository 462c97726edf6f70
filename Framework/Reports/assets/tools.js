"use strict";
// Small helpers. Texts become text nodes only: names in a report come from files that anybody may have written.
const make = (tag, attributes = {}, ...children) => {
  const element = ["svg", "path"].includes(tag) ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) if (value !== null && value !== undefined) element.setAttribute(key, value);
  element.append(...children);
  return element;
};
const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const colours = () => [1, 2, 3, 4, 5, 6, 7, 8].map(index => css(`--c${index}`));
// NaN and the infinities arrive as texts.
const number = value => typeof value === "number" ? value : null;
const digits = value => {
  if (value === null || value === undefined) return "";
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e9)) return value.toExponential(2);
  return value.toLocaleString("en", { maximumFractionDigits: Number.isInteger(value) || size >= 1000 ? 1 : size >= 100 ? 2 : size >= 1 ? 3 : 4 });
};
const withUnit = (value, axis) => digits(value) + (axis.unit ? ` ${axis.unit}` : "");
const axisText = axis => axis.unit ? `${axis.label} (${axis.unit})` : axis.label;

// A note beside the pointer, which is also read aloud when the keyboard moves it.
function tipFor(host) {
  const tip = make("div", { class: "tip", role: "status", hidden: "" });
  host.append(tip);
  return {
    hide() { tip.hidden = true; },
    show(x, y, ...lines) {
      tip.replaceChildren(...lines);
      tip.hidden = false;
      const left = x + 14 + tip.offsetWidth > host.clientWidth ? Math.max(0, x - 14 - tip.offsetWidth) : x + 14;
      tip.style.left = `${left}px`;
      tip.style.top = `${Math.max(0, Math.min(y - tip.offsetHeight - 8, host.clientHeight - tip.offsetHeight))}px`;
    },
  };
}
const line = (text, colour) => make("div", {}, ...colour ? [make("i", { style: `background:${colour}` })] : [], make("span", {}, text));
const head = text => make("b", {}, text);

// Arrow keys walk through what a figure shows; Escape leaves.
function onKeys(host, steps, leave) {
  host.tabIndex = 0;
  host.addEventListener("keydown", event => {
    if (event.key === "Escape") leave();
    else if (event.key in steps) { event.preventDefault(); steps[event.key](); }
  });
  host.addEventListener("blur", leave);
}
