// Heat maps and images.
const viridis = ["#440154", "#482878", "#3e4989", "#31688e", "#26828e", "#1f9e89", "#35b779", "#6ece58", "#b5de2b", "#fde725"];
const diverging = ["#08519c", "#4292c6", "#9ecae1", "#f7f7f7", "#fdbb84", "#e6791f", "#a63603"];
const channels = hex => [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16));
function blend(stops, share) {
  const at = Math.max(0, Math.min(1, share)) * (stops.length - 1), below = Math.min(stops.length - 2, Math.floor(at));
  const [a, b] = [channels(stops[below]), channels(stops[below + 1])];
  return `rgb(${a.map((value, i) => Math.round(value + (b[i] - value) * (at - below))).join(" ")})`;
}

// The end of a layer's name tells more than its beginning.
function fitted(ctx, text, room) {
  let cut = text;
  while (cut.length > 3 && ctx.measureText(cut).width > room) cut = "…" + cut.slice(2);
  return cut;
}

function drawHeatMap(host, plot) {
  const values = plot.values.map(row => row.map(number)), rows = values.length, columns = Math.max(0, ...values.map(row => row.length));
  let low = Infinity, high = -Infinity;
  for (const row of values) for (const v of row) if (v !== null) { low = Math.min(low, v); high = Math.max(high, v); }
  [low, high] = [plot.low ?? low, plot.high ?? high];
  if (plot.isDiverging) { high = Math.max(Math.abs(low), Math.abs(high)); low = -high; }
  const stops = plot.isDiverging ? diverging : viridis;
  const rowName = i => plot.rows[i] ?? String(i), columnName = i => plot.columns[i] ?? String(i);
  const canvas = make("canvas", { role: "img", "aria-label": plot.title }), tip = tipFor(host);
  host.append(canvas, make("div", { class: "scale" }, axisText(plot.value), make("span", {}, digits(low)), make("i", { style: `background:linear-gradient(90deg, ${stops.join(",")})` }), make("span", {}, digits(high))));
  const ctx = canvas.getContext("2d");
  let left = 0, top = 18, cellWidth = 1, cellHeight = 1, cell = [-1, -1];

  const draw = width => {
    const ratio = devicePixelRatio;
    ctx.font = plotFont;
    left = 32 + Math.min(width * 0.34, Math.max(...values.map((_, i) => ctx.measureText(rowName(i)).width), 0));
    const isSquare = plot.rows.length === 0 && plot.columns.length === 0;
    cellWidth = isSquare ? Math.min(24, (width - left) / columns) : (width - left) / columns;
    cellHeight = isSquare ? cellWidth : Math.max(14, Math.min(22, 520 / rows));
    const full = top + rows * cellHeight + 34;
    Object.assign(canvas, { width: width * ratio, height: full * ratio });
    Object.assign(canvas.style, { width: `${width}px`, height: `${full}px` });
    ctx.scale(ratio, ratio);
    ctx.font = plotFont;
    values.forEach((row, y) => row.forEach((value, x) => {
      ctx.fillStyle = value === null ? css("--tint") : blend(stops, high > low ? (value - low) / (high - low) : 0.5);
      ctx.fillRect(left + x * cellWidth, top + y * cellHeight, Math.max(1, cellWidth - (cellWidth > 6 ? 1 : 0)), Math.max(1, cellHeight - (cellHeight > 6 ? 1 : 0)));
    }));
    ctx.fillStyle = css("--soft"); ctx.textBaseline = "middle"; ctx.textAlign = "right";
    const every = Math.ceil(13 / cellHeight);
    values.forEach((_, y) => { if (y % every === 0) ctx.fillText(fitted(ctx, rowName(y), left - 30), left - 6, top + (y + 0.5) * cellHeight); });
    ctx.textAlign = "center";
    const widest = Math.max(...Array.from({ length: columns }, (_, i) => ctx.measureText(columnName(i)).width), 1), step = Math.ceil((widest + 6) / cellWidth);
    for (let x = 0; x < columns; x += step) ctx.fillText(columnName(x), left + (x + 0.5) * cellWidth, top + rows * cellHeight + 10);
    ctx.fillText(axisText(plot.x), left + columns * cellWidth / 2, full - 8);
    ctx.save(); ctx.translate(8, top + rows * cellHeight / 2); ctx.rotate(-Math.PI / 2); ctx.fillText(axisText(plot.y), 0, 0); ctx.restore();
  };
  const show = (x, y) => {
    if (x < 0 || y < 0 || y >= rows || x >= values[y].length) { tip.hide(); return; }
    cell = [x, y];
    tip.show(left + (x + 0.5) * cellWidth, top + y * cellHeight, head(`${plot.y.label} ${rowName(y)}`), line(`${plot.x.label} ${columnName(x)}`), line(`${plot.value.label}: ${withUnit(values[y][x], plot.value)}`));
  };
  canvas.addEventListener("pointermove", event => show(Math.floor((event.offsetX - left) / cellWidth), Math.floor((event.offsetY - top) / cellHeight)));
  canvas.addEventListener("pointerleave", tip.hide);
  const walk = (dx, dy) => () => show(Math.max(0, Math.min(columns - 1, cell[0] + dx)), Math.max(0, Math.min(rows - 1, cell[1] + dy)));
  onKeys(host, { ArrowLeft: walk(-1, 0), ArrowRight: walk(1, 0), ArrowUp: walk(0, -1), ArrowDown: walk(0, 1) }, tip.hide);
  return draw;
}

function drawImages(host, plot) {
  const grid = make("div", { class: "pictures" });
  for (const row of plot.rows) grid.append(make("div", {}, ...row.map(picture)));
  host.append(grid);
  return () => { };
}

function picture({ caption, width, height, channels: depth, pixels }) {
  const canvas = make("canvas", { width, height, role: "img", "aria-label": caption }), bytes = atob(pixels), image = new ImageData(width, height);
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < 3; c++) image.data[i * 4 + c] = bytes.charCodeAt(depth === 1 ? i : i * depth + c);
    image.data[i * 4 + 3] = 255;
  }
  canvas.getContext("2d").putImageData(image, 0, 0);
  return make("div", {}, canvas, make("span", {}, caption));
}
