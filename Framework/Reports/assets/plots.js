// Lines, points and histograms. Each function returns what uPlot is to draw at a width, and how the tooltip and the keyboard work.
const plotFont = "12px system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";
const manyLines = 8;

function drawLines(plot) {
  const many = plot.series.length > manyLines, inks = colours(), faint = css("--faint");
  const parts = plot.series.map(s => [s.x, s.y.map(v => plot.y.isLogarithmic && !(v > 0) ? null : number(v))]);
  const sameX = plot.series.every(s => s.x.length === plot.series[0].x.length && s.x.every((x, i) => x === plot.series[0].x[i]));
  const data = sameX ? [plot.series[0].x, ...parts.map(part => part[1])] : uPlot.join(parts);
  const state = { focus: 1 };
  const ink = index => many ? (index === state.focus ? inks[0] : faint) : inks[(index - 1) % inks.length];
  const dashes = [[], [7, 4], [2, 3], [10, 3, 2, 3]];
  return {
    data, state, many,
    legend: plot.series.length > 1 && !many ? plot.series.map((s, i) => [s.name, inks[i]]) : [],
    series: plot.series.map((s, i) => ({
      label: s.name, stroke: () => ink(i + 1), width: many ? 1.2 : 2, dash: many ? [] : dashes[Math.floor(i / 2) % 4], spanGaps: !sameX,
      points: { show: data[0].length < 2 || (!many && data[0].length <= 12), size: 5, fill: ink(i + 1) },
    })),
    draw: u => { drawMarks(u, plot.marks ?? []); if (many) drawLine(u, state.focus, inks[0]); },
    tip(u) {
      const index = u.cursor.idx;
      if (index === null || index === undefined) return null;
      const x = `${plot.x.label} ${withUnit(data[0][index], plot.x)}`;
      if (many) {
        const series = plot.series[state.focus - 1], y = data[state.focus][index];
        return y === null || y === undefined ? null : [u.valToPos(data[0][index], "x"), u.valToPos(y, "y"), head(series.name), line(`${x}: ${withUnit(y, plot.y)}`)];
      }
      const shown = plot.series.map((s, i) => [s.name, data[i + 1][index], inks[i % inks.length]]).filter(entry => entry[1] !== null && entry[1] !== undefined);
      return shown.length === 0 ? null : [u.valToPos(data[0][index], "x"), u.valToPos(shown[0][1], "y"), head(x), ...shown.map(([name, y, c]) => line(`${name}: ${withUnit(y, plot.y)}`, c))];
    },
    count: data[0].length,
    place: index => [data[0][index], data[many ? state.focus : 1][index] ?? 0],
  };
}

function drawPoints(plot) {
  const inks = colours();
  const points = plot.series.flatMap((s, i) => s.points.map((p, j) => ({ ...p, ink: inks[i % inks.length], from: s.isPath && j > 0 ? s.points[j - 1] : null, series: s.name })))
    .filter(p => number(p.x) !== null && number(p.y) !== null);
  const byX = [...points].sort((a, b) => a.x - b.x);
  return {
    data: [byX.map(p => p.x), byX.map(p => p.y)], padded: true,
    legend: plot.series.length > 1 ? plot.series.map((s, i) => [s.name, inks[i % inks.length]]) : [],
    series: [{ paths: () => null, points: { show: false } }],
    draw: u => { for (const p of points) if (p.from) drawArrow(u, p.from, p, p.ink); drawDots(u, points); },
    tip(u) {
      const { left, top } = u.cursor;
      let best = null, bestDistance = 40;
      for (const p of points) {
        const distance = Math.hypot(u.valToPos(p.x, "x") - left, u.valToPos(p.y, "y") - top);
        if (distance < bestDistance) [best, bestDistance] = [p, distance];
      }
      return best && [u.valToPos(best.x, "x"), u.valToPos(best.y, "y"), head(best.label), line(`${plot.x.label}: ${withUnit(best.x, plot.x)}`), line(`${plot.y.label}: ${withUnit(best.y, plot.y)}`)];
    },
    count: points.length,
    place: index => [points[index].x, points[index].y],
  };
}

function drawHistogram(plot) {
  const kept = css("--c1"), cut = css("--c2");
  const middles = plot.counts.map((_, i) => (plot.edges[i] + plot.edges[i + 1]) / 2);
  const isCut = i => plot.threshold !== undefined && middles[i] < plot.threshold;
  return {
    data: [[plot.edges[0], ...middles, plot.edges[plot.edges.length - 1]], [0, ...plot.counts, 0]], fromZero: true, tight: true,
    legend: [],
    series: [{ paths: () => null, points: { show: false } }],
    draw: u => {
      plot.counts.forEach((count, i) => {
        const left = u.valToPos(plot.edges[i], "x", true), right = u.valToPos(plot.edges[i + 1], "x", true), top = u.valToPos(count, "y", true), bottom = u.valToPos(0, "y", true);
        const border = plot.threshold === undefined ? left : Math.max(left, Math.min(right, u.valToPos(plot.threshold, "x", true)));
        const bar = (from, to, ink) => { u.ctx.fillStyle = ink; if (to > from) u.ctx.fillRect(from, top, to - from, bottom - top); };
        bar(left + 0.5, border, cut);
        bar(Math.max(border, left + 0.5), right - 0.5, kept);
      });
      if (plot.threshold !== undefined) drawMarks(u, [{ value: plot.threshold, label: "cut below" }]);
    },
    tip(u) {
      const x = u.posToVal(u.cursor.left, "x"), bin = Math.min(plot.counts.length - 1, plot.edges.findIndex((edge, i) => i > 0 && x <= edge) - 1);
      return u.cursor.left < 0 || bin < 0 ? null : [u.valToPos(middles[bin], "x"), u.valToPos(plot.counts[bin], "y"),
        head(`${plot.counts[bin]} ${plot.counts[bin] === 1 ? "unit" : "units"}`), line(`${digits(plot.edges[bin])} to ${digits(plot.edges[bin + 1])}`), ...isCut(bin) ? [line("cut", cut)] : []];
    },
    count: plot.counts.length,
    place: index => [middles[index], plot.counts[index]],
  };
}

function drawMarks(u, marks) {
  const { ctx, bbox } = u, ratio = devicePixelRatio;
  ctx.save();
  ctx.strokeStyle = css("--soft"); ctx.fillStyle = css("--soft"); ctx.lineWidth = ratio; ctx.font = `${11 * ratio}px system-ui, sans-serif`; ctx.textBaseline = "bottom"; ctx.textAlign = "left";
  let free = -Infinity;
  for (const mark of marks) {
    const x = Math.max(bbox.left, Math.min(u.valToPos(mark.value, "x", true), bbox.left + bbox.width));
    ctx.setLineDash([4 * ratio, 3 * ratio]);
    ctx.beginPath(); ctx.moveTo(x, bbox.top); ctx.lineTo(x, bbox.top + bbox.height); ctx.stroke();
    const width = ctx.measureText(mark.label).width, left = Math.min(x - 2 * ratio, bbox.left + bbox.width - width);
    if (left > free) { ctx.fillText(mark.label, left, bbox.top - 3 * ratio); free = left + width + 6 * ratio; }
  }
  ctx.restore();
}

// The line pointed at lies on top of its many neighbours.
function drawLine(u, series, ink) {
  const { ctx } = u;
  ctx.save();
  ctx.strokeStyle = ink; ctx.lineWidth = 2.5 * devicePixelRatio; ctx.beginPath();
  u.data[series].forEach((y, i) => { if (y !== null && y !== undefined) ctx.lineTo(u.valToPos(u.data[0][i], "x", true), u.valToPos(y, "y", true)); });
  ctx.stroke();
  ctx.restore();
}

function drawArrow(u, from, to, ink) {
  const { ctx } = u, ratio = devicePixelRatio, at = p => [u.valToPos(p.x, "x", true), u.valToPos(p.y, "y", true)];
  const [x0, y0] = at(from), [x1, y1] = at(to), length = Math.hypot(x1 - x0, y1 - y0), gap = 8 * ratio;
  if (length < 3 * gap) return;
  const [dx, dy] = [(x1 - x0) / length, (y1 - y0) / length], [ex, ey] = [x1 - dx * gap, y1 - dy * gap], size = 6 * ratio;
  ctx.save();
  ctx.strokeStyle = ctx.fillStyle = ink; ctx.globalAlpha = 0.6; ctx.lineWidth = 1.5 * ratio;
  ctx.beginPath(); ctx.moveTo(x0 + dx * gap, y0 + dy * gap); ctx.lineTo(ex, ey); ctx.stroke();
  ctx.beginPath(); ctx.moveTo(ex, ey); ctx.lineTo(ex - dx * size - dy * size / 2, ey - dy * size + dx * size / 2); ctx.lineTo(ex - dx * size + dy * size / 2, ey - dy * size - dx * size / 2); ctx.fill();
  ctx.restore();
}

// A label goes where nothing is yet: right, left, above, below of its point; else it is left to the tooltip.
function drawDots(u, points) {
  const { ctx, bbox } = u, ratio = devicePixelRatio, gap = 9 * ratio, height = 14 * ratio;
  const dots = points.map(p => ({ ...p, px: u.valToPos(p.x, "x", true), py: u.valToPos(p.y, "y", true) }));
  const taken = dots.map(d => [d.px - gap / 2, d.py - gap / 2, d.px + gap / 2, d.py + gap / 2]);
  ctx.save();
  ctx.font = `${12 * ratio}px system-ui, sans-serif`; ctx.textBaseline = "middle"; ctx.textAlign = "left";
  for (const d of dots) {
    ctx.fillStyle = d.ink; ctx.beginPath(); ctx.arc(d.px, d.py, 5 * ratio, 0, 7); ctx.fill();
  }
  ctx.fillStyle = css("--ink");
  for (const d of dots) {
    const width = ctx.measureText(d.label).width;
    const places = [[d.px + gap, d.py], [d.px - gap - width, d.py], [d.px - width / 2, d.py - gap - height / 2], [d.px - width / 2, d.py + gap + height / 2]];
    const place = places.find(([x, y]) => {
      const box = [x, y - height / 2, x + width, y + height / 2];
      return box[0] >= bbox.left && box[2] <= bbox.left + bbox.width && box[1] >= bbox.top && box[3] <= bbox.top + bbox.height
        && taken.every(t => box[2] < t[0] || box[0] > t[2] || box[3] < t[1] || box[1] > t[3]);
    });
    if (!place) continue;
    ctx.fillText(d.label, place[0], place[1]);
    taken.push([place[0], place[1] - height / 2, place[0] + width, place[1] + height / 2]);
  }
  ctx.restore();
}
