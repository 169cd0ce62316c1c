// The example's own script, a classic one and a module alike: what is chosen becomes an attribute, what happens is listed.
{
  const chart = document.querySelector("duibiao-chart.first");
  const log = document.querySelector(".log");
  const brief = ({ type, detail }) => {
    const { indicator, chart, region, period, value, file, cause } = detail;
    return `${type} ${JSON.stringify({ indicator, chart, region, period, value, file, cause })}`;
  };
  for (const kind of ["ready", "change", "select", "error"]) {
    chart.addEventListener(kind, (event) => {
      log.textContent = `${brief(event)}\n${log.textContent}`.split("\n").slice(0, 4).join("\n");
    });
  }
  for (const select of document.querySelectorAll("select[data-sets]")) {
    select.addEventListener("change", () => chart.setAttribute(select.dataset.sets, select.value));
  }
}
