// Which units of each layer stayed: a strip per row, a cell per unit.
const indices = ranges => new Set(ranges === "" ? [] : ranges.split(",").flatMap(part => {
  const [from, to] = part.split("-").map(Number);
  return Array.from({ length: (to ?? from) - from + 1 }, (_, i) => from + i);
}));

function drawStrips(host, plot) {
  const rows = plot.rows.map(r => ({ ...r, gone: indices(r.cut) })), longest = Math.max(1, ...rows.map(r => r.count));
  const canvas = make("canvas", { role: "img", "aria-label": `${plot.title}. ${plot.explanation}` }), tip = tipFor(host);
  const legend = make("p", { class: "legend" });
  host.append(legend, canvas);
  const ctx = canvas.getContext("2d"), lineHeight = 8, gap = 8, right = 104;
  // Rows of one group share a label and a sum.
  const groups = [];
  for (const row of rows) {
    if (groups.at(-1)?.name !== row.group) groups.push({ name: row.group, rows: [] });
    groups.at(-1).rows.push(row);
  }
  const heightOf = group => group.rows.length === 1 ? 2 * lineHeight : Math.max(2 * lineHeight, group.rows.length * lineHeight);
  let left = 0, cellWidth = 1, at = [-1, 0];

  const draw = width => {
    const ratio = devicePixelRatio, kept = css("--c1"), cut = css("--line");
    legend.replaceChildren(...[["kept", kept], ["cut", cut]].map(([name, ink]) => make("span", {}, make("i", { class: "", style: `background:${ink}` }), name)));
    ctx.font = plotFont;
    left = 10 + Math.min(width * 0.3, Math.max(...groups.map(g => ctx.measureText(g.name).width), 0));
    cellWidth = Math.min(26, (width - left - right) / longest);
    const full = groups.reduce((sum, g) => sum + heightOf(g) + gap, 0);
    Object.assign(canvas, { width: width * ratio, height: full * ratio });
    Object.assign(canvas.style, { width: `${width}px`, height: `${full}px` });
    ctx.scale(ratio, ratio);
    ctx.font = plotFont;
    let top = 0;
    for (const group of groups) {
      const height = heightOf(group), line = height / group.rows.length;
      group.rows.forEach((row, i) => {
        row.top = top + i * line; row.height = line;
        drawCells(row, kept, cut);
      });
      ctx.fillStyle = css("--soft"); ctx.textBaseline = "middle"; ctx.textAlign = "right";
      ctx.fillText(fitted(ctx, group.name, left - 10), left - 8, top + height / 2);
      ctx.textAlign = "left";
      const stay = group.rows.map(r => r.count - r.gone.size), low = Math.min(...stay), high = Math.max(...stay);
      ctx.fillText(`${low === high ? low : `${low}–${high}`} of ${group.rows[0].count}${group.rows.length > 1 ? " each" : ""}`, left + longest * cellWidth + 8, top + height / 2);
      top += height + gap;
    }
  };
  const drawCells = (row, kept, cut) => {
    const height = row.height - 1, space = cellWidth > 4 ? 1 : 0;
    if (cellWidth >= 1) {
      for (let i = 0; i < row.count; i++) {
        ctx.fillStyle = row.gone.has(i) ? cut : kept;
        ctx.fillRect(left + i * cellWidth, row.top, cellWidth - space, height);
      }
      return;
    }
    // Several units share a pixel: the more of them stayed, the stronger the colour.
    for (let x = 0; x < row.count * cellWidth; x++) {
      const from = Math.floor(x / cellWidth), to = Math.min(row.count, Math.max(from + 1, Math.floor((x + 1) / cellWidth)));
      let stay = 0;
      for (let i = from; i < to; i++) if (!row.gone.has(i)) stay++;
      ctx.fillStyle = cut; ctx.fillRect(left + x, row.top, 1, height);
      ctx.globalAlpha = stay / (to - from); ctx.fillStyle = kept; ctx.fillRect(left + x, row.top, 1, height); ctx.globalAlpha = 1;
    }
  };
  const show = (y, unit) => {
    const row = rows[y];
    if (!row || unit < 0 || unit >= row.count) { tip.hide(); return; }
    at = [y, unit];
    const isCut = row.gone.has(unit);
    tip.show(left + (unit + 0.5) * cellWidth, row.top + legend.offsetHeight, head(row.name ? `${row.group}, ${row.name}` : row.group),
      line(`${plot.unit} ${unit}: ${isCut ? "cut" : "kept"}`, css(isCut ? "--line" : "--c1")), line(`${row.count - row.gone.size} of ${row.count} kept`));
  };
  canvas.addEventListener("pointermove", event => show(rows.findIndex(r => event.offsetY >= r.top && event.offsetY < r.top + r.height), Math.floor((event.offsetX - left) / cellWidth)));
  canvas.addEventListener("pointerleave", tip.hide);
  const walk = (dy, dx) => () => {
    const y = Math.max(0, Math.min(rows.length - 1, at[0] + dy));
    show(y, Math.max(0, Math.min(rows[y].count - 1, at[1] + dx)));
  };
  onKeys(host, { ArrowLeft: walk(0, -1), ArrowRight: walk(0, 1), ArrowUp: walk(-1, 0), ArrowDown: walk(1, 0) }, tip.hide);
  return draw;
}
