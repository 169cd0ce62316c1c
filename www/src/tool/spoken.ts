/**
 * The tools' own words in both languages; those of the first view are in labels.ts.
 *
 * Figures, places and gaps come as words from the core.
 */
import type { Lang } from "#core";

const zh = {
  play: "播放",
  pause: "暂停",
  speed: "播放速度",
  times: (speed: number) => `${speed}×`,
  jump: "输入时间",
  jumpRange: "输入时间或起止时间",
  from: "起始时间",
  to: "截止时间",
  nearest: (asked: string, now: string) => `没有${asked}，改看最近的${now}。`,
  notRead: (asked: string) => `看不懂“${asked}”，请输入年份，如 2019。`,
  /** What a screen reader calls the figure. */
  kind: "图",
  entry: (cities: number) => `图，${cities}市，用方向键浏览：上下键换城市，左右键换指标或时间，回车选中，Esc 关闭，Tab 离开。`,
  missing: "没有数据",
  first: "已是最早一期",
  last: "已是最近一期",
  comma: "，",
  colon: "：",
  stop: "。",
  city: "城市",
  value: "数值",
  rank: "位次",
  status: "状态",
  indicator: "指标",
  others: (n: number) => `另有${n}市`,
  /** A place in a column: short. */
  place: (n: string) => `第${n}`,
  joint: (n: string) => `并列第${n}`,
  lastJoint: "并列末位",
  peers: "对比",
  none: "无",
  listen: "听",
  listenName: "用声音听走势",
  listenTo: "听本市与另一市的走势",
  average: "对比城市的平均",
  median: "其他各市的中位数",
  against: (home: string) => `${home}(左声道)对`,
  startSound: "开始",
  stopSound: "停止",
  plays: (home: string, other: string, from: string, to: string) => `正在播放：左边${home}，右边${other}，${from}至${to}。音越高，数越大；没有声音，就是没有数据。`,
  ended: "播放完了。",
};

const en: typeof zh = {
  play: "Play",
  pause: "Pause",
  speed: "Speed",
  times: (speed: number) => `${speed}×`,
  jump: "Type a time",
  jumpRange: "Type a time, or a first and a last",
  from: "First time",
  to: "Last time",
  nearest: (asked: string, now: string) => `There is no ${asked}; the nearest is ${now}.`,
  notRead: (asked: string) => `“${asked}” is no time. Type a year, such as 2019.`,
  kind: "chart",
  entry: (cities: number) => `Chart of ${cities} cities. Use the arrow keys: up and down for cities, left and right for indicators or time, Enter to select, Escape to close, Tab to leave.`,
  missing: "no figure",
  first: "This is the first period",
  last: "This is the last period",
  comma: ", ",
  colon: ": ",
  stop: ".",
  city: "City",
  value: "Value",
  rank: "Rank",
  status: "Status",
  indicator: "Indicator",
  others: (n: number) => `${n} more cities`,
  place: (n: string) => n,
  joint: (n: string) => `joint ${n}`,
  lastJoint: "joint last",
  peers: "Peers",
  none: "none",
  listen: "Listen",
  listenName: "Listen to the trend",
  listenTo: "Listen to home beside another city",
  average: "the average of the peers",
  median: "the median of the others",
  against: (home: string) => `${home} (left) against`,
  startSound: "Start",
  stopSound: "Stop",
  plays: (home: string, other: string, from: string, to: string) => `Playing ${home} on the left and ${other} on the right, ${from} to ${to}. Higher sounds are larger figures; silence is a missing one.`,
  ended: "That was all.",
};

export type ToolWords = typeof zh;

/** The words of a language. */
export function toolWords(lang: Lang): ToolWords {
  return lang === "zh" ? zh : en;
}
