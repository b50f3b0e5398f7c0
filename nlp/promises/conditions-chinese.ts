const NUMBER = String.raw`[\d一二两三四五六七八九十]{1,3}`
const SPAN = `${NUMBER}(?:[-到至]${NUMBER})?个?(?:工作)?(?:天|日|小时|h)`
/** What the customer does, or what comes to the company from the customer. */
const CUSTOMERS_DEED = '收到|签收|入库|取消|退回|寄回|付款|支付|下单|预约|上传|确认收货|验收|提供|提交|到仓|回仓'

/** What makes of a Chinese sentence something else than a promise, wherever in it that stands. */
const FORMS: readonly RegExp[] = [
  // A condition is named.
  /不满意|如果|要是|假如|倘若|若(?!干)|万一|只要|除非|一旦|的话|如需|如不|如未|如有|如您|如(?=核实|符合|出现)|否则|不然|想要|凡是|逾期/,
  /任何[^,]{0,3}(?:异常|问题|情况)|出现[^,]{0,6}问题|(?:简述|描述)[^,]{0,8}问题/,
  // It waits for something that the customer does.
  new RegExp(
    `(?:${CUSTOMERS_DEED})[^,]{0,10}?(?:之|以)?后,?(?=${NUMBER}|我|这边|小妹|妹子|会|即|立|马上|尽快|就|将|当天|次日|给|为|[您你](?:会|将))`,
  ),
  /收到[^,]{0,4}就|拒收(?:之|以)?后|(?:前|后)(?:提交|下单|申请|升级|反馈|登记)|(?:等|待)(?:您|你|仓库|我们收到)|[您你]下单/,
  // Its time runs from an event to come.
  new RegExp(`(?<![最然今以稍])后,?的?${SPAN}|时${NUMBER}(?:天|日|小时)之?内|之日`),
  new RegExp(
    String.raw`(?:审核通过|成功|完成|起飞|乘机)(?:之|以)?后?(?:是|的)?[^\d,一二两三五七十]{0,8},?${NUMBER}[^,]{0,7}(?:天|日|时|h)`,
  ),
  new RegExp(`(?:签收|收货|到货|入库)[^,]{0,3}?${NUMBER}(?:天|日|个?小时|个?工作日)`),
  // The customer looks on.
  /(?:不要|别)(?:离开|走开)/,
  // It is so for everybody.
  /一般|通常|平时|正常(?:情况)?|大多|大部分|系统(?:会|将|默认)|联动|周期|多数|往往|以前|曾经|所有(?:订单|顾客|客户)|凡|基本上|标准是|按照?比例/,
  // How long each means of payment takes.
  /(?:储蓄卡|信用卡|微信零钱|白条).*(?:储蓄卡|信用卡|微信零钱|白条)|(?:储蓄卡|借记卡|信用卡|钱包|小金库|白条|零钱)支付(?!的)/,
  new RegExp(`(?:白条|零钱|储蓄卡|借记卡|信用卡|京豆|[a-z]卡|券)(?:支付|退款)?(?:是|的)?,?${NUMBER}[^,]{0,12}到账`),
  // It asks.
  /[吗么](?:$|,)|是否|要不要|可不可以|能不能|好不好|行不行|什么(?:时候|呢?$)|哪[天个一]/,
]

/** Whether a Chinese sentence, in plain form, hangs on a condition or an event, tells how things usually are, or asks. */
export function isConditionalChinese(sentence: string): boolean {
  return FORMS.some((form) => form.test(sentence))
}
