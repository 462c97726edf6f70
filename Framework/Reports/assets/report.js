// Puts the figures into their places, and draws them anew when their width, the colours or the medium change.
const read = id => JSON.parse(document.getElementById(id).textContent);
const plots = read("plots"), redraws = [];

function chart(host, plot) {
  const kinds = { lines: drawLines, points: drawPoints, histogram: drawHistogram };
  const legend = make("p", { class: "legend" }), body = make("div", { class: "chart", role: "img", "aria-label": `${plot.title}. ${plot.explanation}` });
  host.append(legend, body);
  const tip = tipFor(body);
  let current = null, index = -1, parts = null;
  const yAxis = plot.kind === "histogram" ? { label: "Units" } : plot.y;

  const draw = width => {
    current?.destroy();
    parts = kinds[plot.kind](plot);
    legend.replaceChildren(...parts.legend.map(([name, ink]) => make("span", {}, make("i", { style: `background:${ink}` }), name)));
    legend.hidden = parts.legend.length === 0;
    const axis = (source, side) => ({
      stroke: css("--soft"), grid: { stroke: css("--line"), width: 1 }, ticks: { stroke: css("--line"), width: 1, size: 4 }, font: plotFont, labelFont: plotFont,
      label: axisText(source), labelSize: 20, gap: 4, size: side === "x" ? 32 : (u, values) => 12 + Math.max(...(values ?? [""]).map(v => String(v ?? "").length)) * 7,
      incrs: isWhole(side) ? [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 1e6, 1e7, 1e8] : undefined,
      values: (u, splits) => splits.map(v => v === null || (source.isLogarithmic && Math.log10(v) % 1 !== 0) ? "" : digits(v)), space: side === "x" ? 54 : 32,
    });
    const isWhole = side => plot.kind === "histogram" ? side === "y" : side === "x" && plot.kind === "lines" && parts.data[0].every(Number.isInteger);
    const pad = (low, high, share) => { const room = (high - low || Math.abs(high) || 1) * share; return [low - room, high + room]; };
    const range = (source, side) => (u, low, high) => {
      if (low === null || high === null) return [0, 1];
      if (source.isLogarithmic) return uPlot.rangeLog(low, high, 10, false);
      if (parts.fromZero && side === "y") return [0, Math.max(1, high * 1.12)];
      return parts.padded ? pad(low, high, side === "x" ? 0.16 : 0.18) : side === "x" ? (low === high ? [low - 1, high + 1] : [low, high]) : pad(low, high, 0.06);
    };
    current = new uPlot({
      width, height: plot.small ? 190 : 300, legend: { show: false }, padding: [plot.marks?.length || plot.threshold !== undefined ? 20 : 8, 12, 0, 0],
      scales: { x: { time: false, distr: plot.x.isLogarithmic ? 3 : 1, range: range(plot.x, "x") }, y: { distr: yAxis.isLogarithmic ? 3 : 1, range: range(yAxis, "y") } },
      axes: [axis(plot.x, "x"), axis(yAxis, "y")],
      series: [{}, ...parts.series],
      cursor: { y: false, x: plot.kind === "lines", drag: { x: false, y: false }, points: { show: plot.kind === "lines" && !parts.many, size: 8 }, focus: { prox: parts.many ? 1e6 : -1 } },
      focus: { alpha: 1 },
      hooks: {
        draw: [parts.draw],
        setSeries: [(u, series) => { if (parts.many && series && series !== parts.state.focus) { parts.state.focus = series; u.redraw(false); } }],
        setCursor: [u => {
          const shown = u.cursor.left < 0 ? null : parts.tip(u);
          if (!shown) { tip.hide(); return; }
          const [x, y, ...lines] = shown;
          tip.show(x + u.over.offsetLeft, y + u.over.offsetTop, ...lines);
        }],
      },
    }, parts.data, body);
  };
  const go = step => () => {
    if (!current) return;
    index = Math.max(0, Math.min(parts.count - 1, index + step));
    const [x, y] = parts.place(index);
    current.setCursor({ left: current.valToPos(x, "x"), top: current.valToPos(y, "y") });
  };
  const change = step => () => {
    if (!current || !parts.many) return;
    parts.state.focus = 1 + (parts.state.focus - 1 + step + plot.series.length) % plot.series.length;
    current.redraw(false);
    go(0)();
  };
  onKeys(body, { ArrowLeft: go(-1), ArrowRight: go(1), ArrowUp: change(-1), ArrowDown: change(1) }, () => { current?.setCursor({ left: -10, top: -10 }); tip.hide(); });
  return draw;
}

// The numbers behind a figure, for those who want to copy them or cannot see it.
function numbersOf(plot) {
  switch (plot.kind) {
    case "lines": return { columns: ["line", axisText(plot.x), axisText(plot.y)], rows: plot.series.flatMap(s => s.x.map((x, i) => [s.name, x, number(s.y[i])])) };
    case "points": return { columns: ["point", axisText(plot.x), axisText(plot.y)], rows: plot.series.flatMap(s => s.points.map(p => [p.label, number(p.x), number(p.y)])) };
    case "histogram": return { columns: ["from", "to", "count"], rows: plot.counts.map((count, i) => [plot.edges[i], plot.edges[i + 1], count]) };
    case "heatmap": return { columns: [plot.y.label, ...plot.values[0]?.map((_, i) => plot.columns[i] ?? String(i)) ?? []], rows: plot.values.map((row, i) => [plot.rows[i] ?? String(i), ...row.map(number)]) };
    case "strips": return { columns: ["layer", "part", "kept", "of", "cut"], rows: plot.rows.map(r => [r.group, r.name, r.count - indices(r.cut).size, r.count, r.cut.replaceAll(",", ", ")]) };
    default: return null;
  }
}
function numbers(host, plot) {
  if (plot.kind === "images") return;
  const details = make("details", { class: "numbers" }, make("summary", {}, "Numbers"));
  details.addEventListener("toggle", () => {
    if (details.childElementCount > 1) return;
    const { columns, rows } = numbersOf(plot);
    const cell = value => make("td", typeof value === "string" ? {} : { class: "number" }, typeof value === "string" ? value : digits(value));
    details.append(make("div", { class: "scroll" }, make("table", {},
      make("thead", {}, make("tr", {}, ...columns.map(name => make("th", { scope: "col" }, name)))),
      make("tbody", {}, ...rows.map(row => make("tr", {}, ...row.map(cell)))))));
  });
  host.after(details);
}

// A figure in a folded part has no width until it is opened.
function place(host, draw) {
  let width = 0;
  const redraw = () => { if (width > 0) draw(width); };
  new ResizeObserver(() => {
    const now = Math.floor(host.clientWidth);
    if (now !== width) { width = now; requestAnimationFrame(redraw); }
  }).observe(host);
  redraws.push(redraw);
}
for (const host of document.querySelectorAll("[data-plot]")) {
  const plot = plots[Number(host.dataset.plot)];
  const own = { heatmap: drawHeatMap, images: drawImages, strips: drawStrips }[plot.kind];
  const draw = own ? own(host, plot) : chart(host, plot);
  place(host, draw);
  numbers(host, plot);
}
const graphHost = document.getElementById("graph"), graph = read("graph-data");
if (graphHost && graph) place(graphHost, drawGraph(graphHost, graph, read("widths")));

const redrawAll = () => redraws.forEach(redraw => redraw());
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redrawAll);
// Paper is white.
addEventListener("beforeprint", () => { document.documentElement.classList.add("light"); redrawAll(); });
addEventListener("afterprint", () => { document.documentElement.classList.remove("light"); redrawAll(); });
