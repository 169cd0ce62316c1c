/**
 * Work in pieces: between two of them the browser can answer the reader.
 *
 * It knows nothing of the work.
 */

/** Not every browser has it yet. */
interface Yielding {
  scheduler?: { yield?: () => Promise<void> };
}

/** Lets the browser paint and listen before the next piece of work. */
export function pause(): Promise<void> {
  const { scheduler } = globalThis as Yielding;
  return scheduler?.yield?.() ?? new Promise((done) => setTimeout(done));
}

/** Waits until something is painted; a page that nobody looks at paints nothing, and is not waited for. */
export function painted(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 1000);
  });
}

/** Waits until an element is near the screen; one that is not there, or a browser that cannot tell, is not waited for. */
export function near(element: Element | null, distance: string): Promise<void> {
  if (element === null || typeof IntersectionObserver !== "function") return Promise.resolve();
  return new Promise((done) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        done();
      },
      { rootMargin: distance },
    );
    observer.observe(element);
  });
}
