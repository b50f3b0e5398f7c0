/** Family names, the commonest 260; those of two characters apart. */
const FAMILY = new Set(
  `傅王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方
白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁
尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜
冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼
蔺楼盘满闻位厉伊仝区郜海阚花權强帅於鹿闪逯`.replace(/\s/g, ''),
)
const DOUBLE_FAMILY = new Set(
  '欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 司空 夏侯 端木 百里 东郭 南宫 轩辕 独孤 长孙 宇文 闻人 钟离 呼延 澹台 公冶 太史 申屠 南门 西门'.split(
    ' ',
  ),
)
/** Family names that mostly are other words in a sentence: they need somebody to be introduced. */
const MOSTLY_OTHERWISE = new Set(
  '于何任时和向从连全成应单安位区官明商满查解管路华花海楼强原古文方段高万白黄左南金包车边封应关常温平简游房米皮麻盘店都有能通经同后沙谈劳农师党谷麦江毛钱石水封申武季池冷应宫景乐项费席宗桂储班'.replace(
    /\s/g,
    '',
  ),
)

/** Characters that given names are made of. */
const GIVEN = new Set(
  `伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀英霞平刚桂华建国文辉鹏飞斌波宇浩凯健俊帆雪琳玲梅红燕玉兰珍莉萍婷雯欣怡佳慧颖倩洁莹璐琪瑶萌薇蕾蓉菲茜岚
璇妍媛琴云凤香春秋冬夏晓小思远志海峰龙林森松柏东南西北阳光亮晨曦昊天泽轩睿博子梓涵雨宸诗梦彤可馨若熙恩语嘉逸辰皓翔瑞祥福贵财宝生根发德义仁礼信
忠诚孝良善美淑贞贤惠芬芸芹芝菊莲荷莎丹彩霖露冰清水江河湖山川岩石铁钢金银铭鑫锋锐钧钊锦绣绮紫青蓝碧白月星辰宁安康乐悦欢喜庆成功胜利民主新立业家
学书哲理智勇武威虎豹鹤鹰雁燕鸿宏伦仲季伯元亨利贞永长久恒世代承继昌盛荣耀兴旺振奋进达通顺航帅达越楠树桦榕彬炎焱煜灿烨炜炳煌培坤城堂垚尧圣奇
冉然依伊亚亦奕艺忆意怀恺恒悠情惜愉慕懿韵音颂尚品奎宽宣容寒实宾密富寿尔岳崇巍州帝庭廷延建弘强彦影律微心必志怡总恬恭悟慈成戈战才扬承拓振挺捷
攀政敬斐方施昀昂昌昕昱映晋晟景晴晶智暄曼朋朗朝本杉权来桐桢梁棋榆橙欧歌正毅民汉汐沁沐沛泉泓波洲浦浩涓涵淇淳渊渝温源溪滔滢漫潇澄澜瀚灵炫
烁焕熠爱牧狄猛玄玖玟玥珂珊珏珠琅琦琬琰琼瑄瑜瑾璋璟璧瓅甜甫田甲申画畅益真睦硕磐祎祖祺禹禾秦程稳穆立童竣笑筠简米素纪纯纲纳练维绍经罗群翊翎
翠翰耀聪育胤致舒舟良芃芙芮花芷苑苒苗苹茂茗茵荃莺菁菡萱葵蒙蓓蔓蔚蕊薪藜虹蝶衍裕西言誉诚谦谨豪贝赋赞起路轶辛迅迎运迪邦郁采野钰钦铮锡镇镜闻阔
陆雄雅雷霄霆靖革韬韶顺颐飘香驰骏骥高魁鲁鸣麒麟黎默齐多女孩儿磊鸽卿君娅妮姗姝娇娥娴婉婧嫣媚嫦霏霜菱一二三双全少廷友尹希帼念慎戎戟晗晖晔勋勤劲亿仪任侠俐倢倬偲傲
黛秉权鸥敖旭旺昭寅寰尊峻嵘嵩川州巧布帛晏琛贺培梅静喆妤妙妞宛宜宝宵寻屏展山岱岸均坚基塘增壮夫奂妹姿威孜凡娅瑛珮玫裳`.replace(
    /\s/g,
    '',
  ),
)

/** The length of the family name that `text` begins with: 0, 1 or 2. */
export function familyLength(text: string): 0 | 1 | 2 {
  if (DOUBLE_FAMILY.has(text.slice(0, 2))) return 2
  return FAMILY.has(text[0] ?? '') ? 1 : 0
}

/** A family name that rarely is anything else. */
export function isPlainFamily(text: string): boolean {
  return familyLength(text) === 2 || (familyLength(text) === 1 && !MOSTLY_OTHERWISE.has(text[0] ?? ''))
}

/** Every character is one that given names are made of. */
export function isGiven(text: string): boolean {
  return text !== '' && [...text].every((char) => GIVEN.has(char))
}
