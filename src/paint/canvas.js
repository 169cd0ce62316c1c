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

/** Draws circles of one size, each by itself: the coordinates of their middles. */
export function circles(context, numbers, radius, filled, stroked) {
  for (let i = 0; i < numbers.length; i += 2) {
    context.beginPath();
    context.arc(numbers[i], numbers[i + 1], radius, 0, 2 * Math.PI);
    if (filled) context.fill();
    if (stroked) context.stroke();
  }
}
