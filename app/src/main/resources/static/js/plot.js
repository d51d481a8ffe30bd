// Draws the table behind a plot: first column along the axis, every other column a series, an empty cell a gap.
import * as echarts from "echarts";

const started = new WeakSet();

function token(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function read(table) {
  const heads = [...table.tHead.rows[0].cells].map((cell) => ({ label: cell.textContent.trim(), bars: cell.dataset.kind === "bar", origin: cell.dataset.origin }));
  const rows = [...table.tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.dataset.value ?? cell.textContent.trim()));
  return { heads, rows };
}

// Many bars lie on their side, so that their names can be read.
function lies({ heads, rows }) {
  return rows.length > 5 && heads.slice(1).every((head) => head.bars);
}

function options(plot, table) {
  const { heads, rows } = table;
  const text = token("--soft");
  const line = token("--line");
  const lying = lies(table);
  const target = plot.dataset.target;
  const axis = { axisLine: { lineStyle: { color: line } }, axisTick: { show: false }, axisLabel: { color: text }, nameTextStyle: { color: text }, splitLine: { lineStyle: { color: line } } };
  const names = { ...axis, type: "category", data: rows.map((row) => row[0]), splitLine: { show: false }, inverse: lying, name: lying ? "" : heads[0].label, nameLocation: "middle", nameGap: 28, axisLabel: { color: text, interval: lying ? 0 : "auto", hideOverlap: true, width: lying ? 150 : 110, overflow: "truncate" } };
  const values = { ...axis, type: "value", name: plot.dataset.unit, nameTextStyle: { color: text, align: "left" }, axisLine: { show: false } };
  const marks = target ? target.split(",").map((value) => (lying ? { xAxis: Number(value) } : { yAxis: Number(value) })) : [];
  const stacked = heads.length > 2 && heads.slice(1).every((head) => head.bars);
  return {
    animation: false,
    color: ["--plot-1", "--plot-2", "--plot-3", "--plot-4"].map(token),
    textStyle: { fontFamily: token("--font"), color: text },
    grid: { left: 8, right: lying ? 40 : 16, top: 40, bottom: lying ? 8 : 24, containLabel: true },
    legend: { show: heads.length > 2, top: 0, right: 0, textStyle: { color: text }, itemWidth: 16, itemHeight: 8 },
    tooltip: { trigger: "axis", renderMode: "richText", backgroundColor: token("--raised"), borderColor: token("--line-strong"), textStyle: { color: token("--text") } },
    xAxis: lying ? values : names,
    yAxis: lying ? names : values,
    series: heads.slice(1).map((head, i) => ({
      name: head.label,
      type: head.bars ? "bar" : "line",
      stack: stacked ? "all" : undefined,
      color: head.origin ? token("--plot-" + head.origin) : undefined,
      connectNulls: false,
      symbolSize: 5,
      barMaxWidth: lying ? 14 : 24,
      data: rows.map((row) => (row[i + 1] === "" ? null : Number(row[i + 1]))),
      markLine: i === 0 && marks.length ? { silent: true, symbol: "none", lineStyle: { color: token("--red"), type: "dashed" }, label: { color: text, position: lying ? "end" : "insideEndTop", formatter: marks.length === 1 ? `${plot.dataset.targetLabel} {c}` : "{c}" }, data: marks } : undefined,
    })),
  };
}

function save(name, address) {
  const link = document.createElement("a");
  link.download = name;
  link.href = address;
  link.click();
}

function csv({ heads, rows }) {
  const cell = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return "\ufeff" + [heads.map((head) => head.label), ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

export function startPlots(root) {
  for (const plot of root.querySelectorAll("[data-plot]")) {
    if (started.has(plot)) {
      continue;
    }
    started.add(plot);
    const canvas = plot.querySelector(".canvas");
    canvas.hidden = false;
    const table = read(plot.querySelector("table"));
    if (lies(table)) {
      canvas.style.height = 72 + 22 * table.rows.length + "px";
    }
    const chart = echarts.init(canvas, null, { renderer: "canvas" });
    chart.setOption(options(plot, table));
    plot.dataset.drawn = "";
    new ResizeObserver(() => chart.resize()).observe(canvas);
    plot.querySelector("[data-png]").addEventListener("click", () =>
      save(plot.dataset.plot + ".png", chart.getDataURL({ pixelRatio: 2, backgroundColor: token("--surface") })));
    plot.querySelector("[data-csv]").addEventListener("click", () => {
      const address = URL.createObjectURL(new Blob([csv(table)], { type: "text/csv" }));
      save(plot.dataset.plot + ".csv", address);
      setTimeout(() => URL.revokeObjectURL(address), 1000);
    });
  }
}
