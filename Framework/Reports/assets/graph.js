// The model's graph, a layer a row in the order of execution, with what is left of each layer's weight.
function drawGraph(host, view, widths) {
  const rowHeight = 24;
  const kept = new Map(widths.map(w => [w.group, w])), sizes = new Map();
  for (const group of view.groups) for (const member of group.members) {
    const width = kept.get(group.name);
    if (!width) continue;
    const entry = sizes.get(member.parameter) ?? new Map();
    const now = entry.get(member.dimension) ?? { of: 0, lost: 0 };
    const each = member.width / Math.max(1, width.of);
    entry.set(member.dimension, { of: member.width, lost: now.lost + Math.round((width.of - width.kept) * each) });
    sizes.set(member.parameter, entry);
  }
  const nodes = new Map(view.nodes.map(node => [node.id, node]));
  // How much of a node's largest parameter is left, and which of its sizes changed.
  const costOf = node => {
    const weight = [...node.parameters].sort((a, b) => b.shape.reduce((x, y) => x * y, 1) - a.shape.reduce((x, y) => x * y, 1))[0];
    if (!weight) return null;
    const entries = sizes.get(weight.name);
    const after = weight.shape.map((size, i) => size - (entries?.get(i)?.lost ?? 0));
    return { weight, after, share: after.reduce((x, y) => x * y, 1) / Math.max(1, weight.shape.reduce((x, y) => x * y, 1)) };
  };
  const isLayer = node => node.parameters.some(parameter => parameter.shape.length > 1);
  const inputsOf = (node, shown) => {
    const found = new Set(), seen = new Set(), rest = [...node.inputs];
    while (rest.length) {
      const id = rest.pop();
      if (seen.has(id)) continue;
      seen.add(id);
      shown.has(id) ? found.add(id) : rest.push(...nodes.get(id)?.inputs ?? []);
    }
    return [...found];
  };
  const visible = all => {
    const shown = new Set();
    for (const node of view.nodes) if (all || isLayer(node) || inputsOf(node, shown).length > 1) shown.add(node.id);
    return shown;
  };

  const box = make("div", { class: "graph-box" }), find = make("input", { type: "search", placeholder: "Find a layer", "aria-label": "Find a layer" });
  const all = make("input", { type: "checkbox" }), count = make("span", {});
  host.append(make("div", { class: "graph-bar" }, find, make("label", {}, all, " show every operator"), count), box);

  const draw = () => {
    const shown = visible(all.checked), places = new Map(), list = view.nodes.filter(node => shown.has(node.id));
    list.forEach((node, i) => places.set(node.id, i));
    const edge = box.clientWidth < 560 ? 36 : 84, at = id => places.get(id) * rowHeight + rowHeight / 2;
    const svg = make("svg", { width: edge + 8, height: list.length * rowHeight, "aria-hidden": "true" }), paths = [];
    for (const node of list) for (const input of inputsOf(node, shown)) {
      const top = at(input), bottom = at(node.id), reach = bottom - top <= rowHeight ? 0 : Math.min(edge - 6, 8 + (bottom - top) * 0.3);
      const path = make("path", { d: `M${edge} ${top} C${edge - reach} ${top}, ${edge - reach} ${bottom}, ${edge} ${bottom}` });
      paths.push([input, node.id, path]);
      svg.append(path);
    }
    const light = id => { for (const [from, to, path] of paths) path.classList.toggle("hot", from === id || to === id); };
    let cuts = 0;
    const rows = list.map(node => {
      const cost = costOf(node), isCut = cost !== null && cost.share < 1;
      if (isCut) cuts++;
      const what = `${node.operator.replace("aten::", "").replace(/\..*$/, "")}${cost ? ` ${cost.weight.shape.join(" × ")}${isCut ? ` → ${cost.after.join(" × ")}` : ""}` : ""}`;
      const row = make("div", { class: isCut ? "node cut" : "node", tabindex: "0", title: `${node.scope} ${what}` }, make("span"), make("span", { class: "layer" }, node.scope || "(model)"), make("span", { class: "what" }, what));
      if (isCut) row.append(make("span", { class: "left", title: `${(cost.share * 100).toFixed(1)} % of the weight left` }, make("i", { style: `width:${(cost.share * 100).toFixed(1)}%` })));
      row.addEventListener("pointerenter", () => light(node.id));
      row.addEventListener("focus", () => light(node.id));
      return row;
    });
    count.textContent = `${list.length} of ${view.nodes.length} operators shown, ${cuts} cut`;
    box.replaceChildren(svg, ...rows);
  };
  all.addEventListener("change", draw);
  find.addEventListener("input", () => {
    const text = find.value.trim().toLowerCase(), rows = [...box.querySelectorAll(".node")];
    const hits = rows.filter(row => row.title.toLowerCase().includes(text));
    for (const row of rows) row.classList.toggle("unseen", text !== "" && !hits.includes(row));
    if (text && hits.length) box.scrollTop = hits[0].offsetTop - 60;
  });
  return draw;
}
