/**
 * Letters of the traditional script with their simplified form behind them: those that occur in the built-in glossary,
 * as OpenCC's table of characters has them (opencc-js 1.4.2). Words that are different in Taiwan are in the glossary itself.
 */
const pairs = `
  並并佈布併并來来係系倉仓們们備备優优內内冊册冪幂別别則则創创劃划動动務务勢势區区協协卽即厤历參参問问啓启啟启單单嗶哔嚮向國国圖图團团塊块壘垒夢梦實实寫写寬宽寶宝屬属幷并庫库彆别彔录後后從从復复
  態态懞蒙戶户擊击據据敎教數数斷断於于時时曆历曏向書书會会朮术東东棧栈業业構构槳桨標标機机檔档檯台權权歐欧歷历測测準准濛蒙瀏浏為为無无熱热爲为狀状獻献環环產产産产發发眾众矇蒙碼码礎础稱称節节簡简
  簽签籤签糰团級级紹绍組组結结統统綫线網网線线緣缘編编緩缓緻致總总繫系續续羣群義义聯联聲声脫脱腳脚臺台與与華华蔘参薦荐蘭兰號号螞蚂蟲虫蟻蚁衆众術术裏里裝装裡里製制複复覈核見见規规視视覽览計计訊讯
  記记設设許许註注証证試试誌志認认語语說说説说誰谁調调請请謝谢證证識识譯译議议護护讀读變变讚赞負负貢贡責责資资賞赏賬账賴赖贈赠贊赞踐践蹤踪軟软載载辦办迴回連连進进運运達达選选邊边釘钉銀银銷销錄录
  録录錶表鍵键鎖锁鏈链鏡镜鑑鉴鑒鉴門门開开間间閤合關关隊队離离雲云項项須须預预題题類类颱台飛飞饋馈騰腾驗验驟骤體体髮发鬆松鬚须鯤鲲鳴鸣鴻鸿鵬鹏麪面麫面麵面點点龍龙
`.replace(/\s/g, '');

const simplified: ReadonlyMap<string, string> = new Map(
  Array.from(pairs.matchAll(/(.)(.)/gu), ([, one = '', other = '']) => [one, other]),
);

/** A text with its letters in the simplified script, as far as the glossary needs them; as long as before. */
export function inSimplified(text: string): string {
  return text.replace(/\p{Script=Han}/gu, letter => simplified.get(letter) ?? letter);
}
