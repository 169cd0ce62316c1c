// What a canvas is told many times over, in one call across the border: the coordinates come as one row of numbers.
//
// It knows no colours and no styles: those are set before, by `canvas.rs`.

/** Strokes open lines, each by itself: how many points it has, then their coordinates. */
export function lines(context, numbers) {
  let i = 0;
  while (i < numbers.length) {
    const end = i + 1 + 2 * numbers[i];
    context.beginPath();
    context.moveTo(numbers[i + 1], numbers[i + 2]);
    for (i += 3; i < end; i += 2) context.lineTo(numbers[i], numbers[i + 1]);
    context.stroke();
  }
}

/** So many circles are one path: more at once are slower to fill. */
const TOGETHER = 256;

/** As good as no length: browsers leave out a line that has none. */
const SPECK = 1 / 1024;

/**
 * Fills circles of one size and of one colour, which covers: their union looks as each by itself.
 * They are round ends of lines with hardly any length, for which a browser takes a fifth of the time of an arc.
 */
function discs(context, numbers, radius) {
  context.save();
  context.strokeStyle = context.fillStyle;
  context.lineWidth = 2 * radius;
  context.lineCap = "round";
  context.setLineDash([]);
  for (let i = 0; i < numbers.length;) {
    const end = Math.min(numbers.length, i + 2 * TOGETHER);
    context.beginPath();
    for (; i < end; i += 2) {
      context.moveTo(numbers[i], numbers[i + 1]);
      context.lineTo(numbers[i] + SPECK, numbers[i + 1]);
    }
    context.stroke();
  }
  context.restore();
}

/** Draws circles of one size: the coordinates of their middles. Those with a rim each by itself, for the rims lie between them. */
export function circles(context, numbers, radius, filled, stroked) {
  if (filled && !stroked) return discs(context, numbers, radius);
  for (let i = 0; i < numbers.length; i += 2) {
    context.beginPath();
    context.arc(numbers[i], numbers[i + 1], radius, 0, 2 * Math.PI);
    if (filled) context.fill();
    if (stroked) context.stroke();
  }
}
