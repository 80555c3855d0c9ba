/** How personal data look in lists: enough to recognise, too little to use. */
export function maskPhone(phone: string): string {
  return phone.length > 7 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : '****';
}

const compoundSurnames = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 ' +
    '钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 ' +
    '呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 第五'
  ).split(' '),
);

/** 欧阳 of 欧阳明 and of a name masked already; else the first character. A name of two characters has a short surname. */
export function surnameOf(name: string): string {
  const [first = '', second = '', third] = Array.from(name);
  return third !== undefined && compoundSurnames.has(first + second) ? first + second : first;
}

/** 周** · 欧阳*. */
export function maskName(name: string): string {
  const surname = surnameOf(name);
  return `${surname}${compoundSurnames.has(surname) ? '*' : '**'}`;
}

const unitWords =
  /公司|集团|商店|商行|超市|银行|学校|医院|协会|联合会|中心|委员会|居委|社区|街道|物业|合作社|工坊|经营部|服务部|门市|园林|绿化|保洁|水电|电梯|电器|环卫|印务|文具|管道|安装|工程|建筑|建材|装饰|防水|五金|家具|传媒|广告|科技|物流|[厂店站社部局所院行队铺馆]$/;

/**
 * Who paid or was paid, as others may read it: units by their name, persons by their surname. A long name is a unit's, but for names
 * such as 阿依古丽·买买提, whose parts are set apart by a dot.
 */
export function maskParty(party: string): string {
  const name = party.trim();
  const isUnit = unitWords.test(name) || (name.length > 4 && !/[·•・‧∙]/.test(name));
  return name === '' || isUnit ? name : maskName(name);
}
