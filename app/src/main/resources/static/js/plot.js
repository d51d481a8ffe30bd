// Draws the table behind a plot: first column along the axis, every other column a series, an empty cell a gap.
import * as echarts from "echarts";

const started = new WeakSet();

function token(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function read(table) {
  const heads = [...table.tHead.rows[0].cells].map((cell) => ({ label: cell.textContent.trim(), bars: cell.dataset.kind === "bar" }));
  const rows = [...table.tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.dataset.value ?? cell.textContent.trim()));
  return { heads, rows };
}

function options(plot, { heads, rows }) {
  const text = token("--soft");
  const line = token("--line");
  const unit = plot.dataset.unit;
  const target = plot.dataset.target;
  const axis = { axisLine: { lineStyle: { color: line } }, axisTick: { show: false }, axisLabel: { color: text, hideOverlap: true }, nameTextStyle: { color: text }, splitLine: { lineStyle: { color: line } } };
  return {
    animation: false,
    color: ["--plot-1", "--plot-2", "--plot-3", "--plot-4"].map(token),
    textStyle: { fontFamily: token("--font"), color: text },
    grid: { left: 8, right: 16, top: 40, bottom: 24, containLabel: true },
    legend: { show: heads.length > 2, top: 0, right: 0, textStyle: { color: text }, itemWidth: 16, itemHeight: 8 },
    tooltip: { trigger: "axis", renderMode: "richText", backgroundColor: token("--raised"), borderColor: token("--line-strong"), textStyle: { color: token("--text") } },
    xAxis: { ...axis, type: "category", name: heads[0].label, nameLocation: "middle", nameGap: rows.length > 4 ? 72 : 28, data: rows.map((row) => row[0]), axisLabel: { color: text, hideOverlap: true, rotate: 0, interval: "auto" }, splitLine: { show: false }, axisLabel: { color: text, interval: 0, width: 110, overflow: "truncate", rotate: rows.length > 4 ? 30 : 0 } },
    yAxis: { ...axis, type: "value", name: unit, nameTextStyle: { color: text, align: "left" }, axisLine: { show: false } },
    series: heads.slice(1).map((head, i) => ({
      name: head.label,
      type: head.bars ? "bar" : "line",
      connectNulls: false,
      symbolSize: 5,
      barMaxWidth: 24,
      data: rows.map((row) => (row[i + 1] === "" ? null : Number(row[i + 1]))),
      markLine: i === 0 && target ? { silent: true, symbol: "none", lineStyle: { color: token("--red"), type: "dashed" }, label: { color: text, position: "insideEndTop", formatter: `${plot.dataset.targetLabel} {c}` }, data: target.split(",").map((value) => ({ yAxis: Number(value) })) } : undefined,
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
