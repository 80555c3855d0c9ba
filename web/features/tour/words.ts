/** What is written in the tour's forms, so that a visitor only has to press. */
export const tourWords = {
  words: '5号楼2单元有人从五楼窗户拉了根电线下来，给电动车充电。一下雨线就泡在水里，楼下天天有孩子跑，看着害怕。',
  category: '安全隐患',
  building: '工盛北院 5 号楼',
  forgotten: '5号楼西头电表箱的门掉了，线头露在外面，孩子伸手就能够着。',
  handler: '孙丽娟',
  request: '今天上门看一下，先把线收了',
  result: '上门跟住户说了，电线当场收了，车推到南门的充电棚充。充电棚在哪、多少钱，写了张纸贴在单元门上。',
  reply: '电线已经收了，车推到充电棚去充。谢谢您说一声，再看见就拍下来告诉我们。',
  headline: '5 号楼窗户上的电线收了',
  comment: '当天就来人了，好',
} as const;
