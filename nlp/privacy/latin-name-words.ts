import nlp from 'compromise'

/** Names that are ordinary words or places as well: they count only where a name is expected. */
const ALSO_WORDS = new Set(
  `will mark may june april august grace hope rose bill rich drew chase art sunny christian dean angel joy faith dawn summer
   autumn amber ruby jade crystal pearl ivy iris lily violet olive daisy jasmine ginger basil robin jay ray pat sue penny
   sterling frank guy gene don rob nick jean chuck stew wade cliff glen heath rusty sandy mercedes paris austin dallas
   houston jordan china israel georgia virginia carolina florence sydney chelsea brooklyn charlotte victoria madison lincoln
   phoenix orlando savannah asia india kenya major king queen prince star sky ocean brook forest stone bishop baker taylor
   mason hunter porter carter cooper parker price young long best black white green brown gray grey wood woods field fields
   lane park bush bell ball wall day page case chance cash carry harmony melody charity honey candy cherry berry love
   precious diamond destiny genesis trinity bee mark marks max min pro van see lee an in so no my an son do ho he she you
   apple amazon google alexa siri tesla dell dior chanel armani lego nike visa bosch philips siemens dyson macy disney
   ford harley dodge royal noble rank sage clay dale reed ward bud buddy buck dusty happy lucky merry misty stormy windy
   sterling lance pierce grant miles skip tad trent ali wang man ming to can ken hi hello hey dear sir madam team ok okay
   support cat drew bo al ed ty les mo vi flo di dee kit nan gay dot fern holly heather hazel myrtle marina regina corona
   santa easter noel christmas vance luna aurora nova stella bella diana emma ella mia mila nina nova eva ava`.split(
    /\s+/,
  ),
)

const NAME_TAGS = ['FirstName', 'MaleName', 'FemaleName']
const FAMILY_TAGS = ['LastName', 'Person']
const { lexicon } = (nlp.model() as { one: { lexicon: Record<string, string | string[]> } }).one

function hasTag(word: string, tags: readonly string[]): boolean {
  const found = Object.hasOwn(lexicon, word) ? lexicon[word] : undefined
  return found !== undefined && [found].flat().some((tag) => tags.includes(tag))
}

/** Family names in pinyin; two-letter ones are too many ordinary words elsewhere. */
const PINYIN_FAMILY = new Set(
  `wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang deng han feng
   cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao lv fu zhong cui tan liao fan shi
   jin jia xia qiu hou zou xiong meng qin bai yan xue lei long duan hao shao mao chang qian gu dai mo kong xiang ouyang
   situ shangguan zhuge sima chan wong cheung chow leung lam kwok tsang yeung`.split(/\s+/),
)

/** Several words known as one: `Hong Kong`, `New Year`. */
export function isOrdinaryPhrase(words: readonly string[]): boolean {
  const phrase = words.map(fold).join(' ')
  return words.length > 1 && Object.hasOwn(lexicon, phrase) && !hasTag(phrase, FAMILY_TAGS)
}

/** A first name that is nothing else. */
export function isFirstName(word: string): boolean {
  const lower = fold(word)
  return !ALSO_WORDS.has(lower) && hasTag(lower, NAME_TAGS)
}

/** A first name that is an ordinary word too. */
export function isWordyFirstName(word: string): boolean {
  return ALSO_WORDS.has(fold(word))
}

/** A first or family name, which may be an ordinary word too. */
export function maybeName(word: string): boolean {
  const lower = fold(word)
  return hasTag(lower, NAME_TAGS) || hasTag(lower, FAMILY_TAGS)
}

/** A family name written in pinyin. */
export function isPinyinFamily(word: string): boolean {
  return PINYIN_FAMILY.has(fold(word))
}

/** Known to the dictionary as something else than a name: a word, a place, a company, a month. */
export function isOrdinary(word: string): boolean {
  const lower = fold(word)
  if (ORDINARY.has(lower)) return true
  if (DERIVED.test(lower) && !lower.includes('-')) return true
  const known = Object.hasOwn(lexicon, lower) || Object.hasOwn(lexicon, lower.replace(/(?:e?s|ed|ing|ly|'s)$/, ''))
  return known && !maybeName(lower)
}

function fold(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[’]/g, "'")
    .replace(/(?:'s|\.)$/i, '')
    .toLowerCase()
}

/** Endings that names hardly have. */
const DERIVED =
  /(?:ments?|ships?|tions?|sions?|[^r]ity|ities|ties|ness|ances?|ences?|ings?|ables?|ibles?|ically|ical|ious|eous|ives?|less|ful|wares?|izers?|isers?|ators?|ized|ised|ated|ages?|isms?|graphy|ology)$/

/** Words of customer service that the dictionary lacks. */
const ORDINARY = new Set(
  `a an the i i'm i've i'd i'll it it's is are was were be been am my your his her our their its this that these those there here
   we you he she they me him us them and or but not no yes if when where what why who how which while because since until so
   as at by for from in of off on out over to up with without about after again all also always any anyone anything because
   before both can cannot could did do does don't doesn't didn't done else ever every everyone for got had has have having
   hello hey hi dear ok okay please pls thanks thank thx cheers regards sincerely yours kind best warm good great morning
   evening afternoon day sorry still just only more most much many now never next new old one two three first second last
   order orders parcel delivery refund return returns invoice invoices account email e-mail mail phone number card password
   app website site shop store service customer customers support team staff agent human person someone somebody nobody
   everybody company code voucher discount coupon gift payment paypal klarna visa mastercard amex maestro american express
   iphone ipad android samsung huawei xiaomi apple google amazon ebay ikea facebook instagram whatsapp wechat alipay dhl ups
   fedex hermes usps dpd gls evri vat iban ssn cvv pin id pdf faq usb led tv pc gps eur usd gbp cny rmb asap fyi btw
   monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
   october november december christmas easter halloween black cyber prime plus pro max mini ultra air
   sofa kettle lamp desk chair table rug bed mattress blender mirror towel towels curtain curtains wardrobe blanket bottle
   well very really quite too then than let lets let's want wants wanted need needs needed like would will won't should
   shall may might must get gets getting give gave given go going gone come came say says said tell told ask asked call
   called calling send sent ship shipped wrong right broken late lost missing cheaper expensive happy angry tired upset
   waiting looking trying writing using living based located interested sure afraid glad able unable aware missing
   attn attention re regarding subject name email phone address tel fax mobile ref date item box po
   hotel hotels restaurant guesthouse house lodge airport airlines cinema theatre theater college school university hospital
   nightclub hut palace garden gardens museum church station bank hall centre center san santa los las north south east west
   speaker kitchen im ive id ill that'll that's there's what's
   apartment flat street road avenue lane drive city town county state country`.split(/\s+/),
)
