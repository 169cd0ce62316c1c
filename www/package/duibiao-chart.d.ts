/** `<duibiao-chart>`: one figure of duibiao on a page of yours. The types of a view are the core's own. */
import type { Lang, View, Words } from "#core";
export type { Lang, View, Words } from "#core";

/** A city that was chosen: `event.detail` of `select`. */
export interface Picked {
  /** The city's id. */
  region: string;
  /** Its name in the language of the figure. */
  name: string;
  /** The indicator's id. */
  indicator: string;
  /** The period, as addresses have it; empty where the figure has none. */
  period: string;
  /** The figure, not rounded; undefined where the table has no number for it. */
  value: number | undefined;
  /** The same as it is shown, with its unit. */
  text: string;
}

/** Why there is no figure, or not the one that was asked for: `event.detail` of `error`. */
export interface Failure {
  /** The file that did not come, or the attribute that could not be read. */
  file: string;
  cause: "offline" | "unreachable" | "missing" | "broken" | "blocked" | "unread";
  message: string;
}

/** The events of the element; none of them bubbles. */
export interface DuibiaoChartEventMap {
  /** The first picture is there; the view with every field filled by what is shown. */
  ready: CustomEvent<View>;
  /** Another view is shown. */
  change: CustomEvent<View>;
  /** A city was chosen. Unless it is cancelled, the city is looked at: the others fade. */
  select: CustomEvent<Picked>;
  /** Something could not be had or read. */
  error: CustomEvent<Failure>;
}

/** The fields of a view as properties; each mirrors the attribute of its name, and null takes the attribute away. */
export type ViewProperties = {
  [Field in Exclude<keyof View, "lang" | "title" | "focus" | "peers" | "beside" | "version" | "tolerance">]: string | null;
};

export declare class DuibiaoChart extends HTMLElement {
  static readonly observedAttributes: readonly string[];
  /** An address of the site, its query, or a view as JSON. */
  get view(): string | null;
  set view(view: string | View | null);
  /** The folder with the data; those beside the script unless it is named. */
  dataSrc: string | null;
  /** How wide it is for its height: `8/5`. */
  ratio: string | null;
  /** In pixels. */
  width: number | null;
  /** In pixels. */
  height: number | null;
  get peers(): string[] | null;
  set peers(ids: readonly string[] | string | null);
  get beside(): string[] | null;
  set beside(ids: readonly string[] | string | null);
  version: number | null;
  tolerance: number | null;
  /** The city that is looked at: the attribute `focus`. */
  focusRegion: string | null;
  /** The view with every field filled by what is shown; undefined until something is. */
  readonly shown: View | undefined;
  /** The words of what is shown: title, notices, source, table; undefined until something is. */
  readonly words: Words | undefined;
  addEventListener<K extends keyof DuibiaoChartEventMap>(type: K, listener: (this: DuibiaoChart, event: DuibiaoChartEventMap[K]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener<K extends keyof HTMLElementEventMap>(type: K, listener: (this: DuibiaoChart, event: HTMLElementEventMap[K]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

export interface DuibiaoChart extends ViewProperties {}

declare global {
  interface HTMLElementTagNameMap {
    "duibiao-chart": DuibiaoChart;
  }
}
