import type { Place } from '../blocks/dateline/dateline.ts';

/** `時事`, `AFP＝時事`, `ロイター時事`. */
const AGENCY = String.raw`(?:(?:AFP|AP|UPI|DPA|ロイター)[＝=]?)?(?:時事|共同)(?:通信)?|AFP|AP|UPI|DPA|ロイター|新華社|聯合ニュース|タス通信|中央通信社`;
const FORM = new RegExp(
  String.raw`^\s*(?:【(?<where>[^【】＝=]{2,30}?)(?:\d{1,2}日)?[\s＝=]*(?<source>${AGENCY})】|` +
    String.raw`（(?<where>[^（）＝=]{2,30}?)\s*[＝=]\s*(?<source>${AGENCY})）)\s*`,
  'u',
);
const NAME = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー・々ヶ]{2,}$/u;
/** Who took a picture, what kind of piece it is, two countries together: nothing of it is a place. */
const NO_PLACE =
  /^(?:写真|画像|映像|動画|図|表|地図|グラフ|イラスト|資料|提供|撮影|出典|配信|取材|編集|記事|速報|関連|解説|訂正|独自|特集|社説|国際|国内|海外|最新|官民|産学)|^[日米中韓朝英仏独伊露ロ豪印台欧]{2,}$/u;

export interface JapaneseHead {
  places: { places: Place[] };
  source: string;
  /** How many characters of the text it takes. */
  length: number;
}

/** Reads `【ロンドン時事】`, `【東京＝時事】` or `（東京＝時事）` at the start of a paragraph. */
export function readJapanese(text: string): JapaneseHead | undefined {
  const match = FORM.exec(text);
  const { where = '', source } = match?.groups ?? {};
  const names = where.split('、').map((name) => name.trim());
  if (match === null || source === undefined) return undefined;
  if (names.some((name) => !NAME.test(name) || NO_PLACE.test(name))) return undefined;
  return { places: { places: names.map((name) => ({ name })) }, source, length: match[0].length };
}
