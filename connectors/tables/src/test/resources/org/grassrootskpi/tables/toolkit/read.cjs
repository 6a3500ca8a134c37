// Prints what the JSON-stat JavaScript Toolkit reads of a dataset: node read.cjs main.cjs dataset.json
const JSONstat = require(process.argv[2]);
const dataset = JSONstat(JSON.parse(require("fs").readFileSync(process.argv[3], "utf8")));
const lines = [dataset.class + " of " + dataset.n + ": " + dataset.label];
dataset.id.forEach((id, i) => {
  const dimension = dataset.Dimension(i);
  lines.push(id + " (" + dimension.role + ")");
  dimension.id.forEach((member) => {
    const category = dimension.Category(member);
    const unit = category.unit ? ", " + category.unit.label + " with " + category.unit.decimals + " decimals" : "";
    lines.push("  " + member + ": " + category.label + unit + (category.length ? ", with " + category.id.join(" ") : ""));
  });
});
dataset.toTable({ type: "arrobj", status: true, content: "id" })
  .filter((row) => row.value !== null || row.status !== null)
  .forEach((row) => lines.push(dataset.id.map((id) => row[id]).concat([row.value, row.status]).join(" | ")));
console.log(lines.join("\n"));
