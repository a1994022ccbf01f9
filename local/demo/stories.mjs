/** What is worth trying first: whose the two phones are, and what happens. */
export const STORIES = [
  {
    title: '邀请妻子',
    left: 'o-hebei-wang-jianguo',
    right: 'o-hebei-li-xiuying',
    about: '王建国在左边邀请妻子李秀英；她在右边点开消息，看清楚、签好字才算数。',
  },
  {
    title: '第九位家人',
    left: 'o-hebei-wang-jianguo',
    right: 'o-hebei-wang-zihan',
    about: '王建国有十位家人可以邀请，河北最多八位：第九位会被拒绝，并说明依据。',
  },
  {
    title: '替孩子签字',
    left: 'o-hebei-chen-zhiqiang',
    right: 'o-hebei-liu-lihua',
    about: '陈志强邀请八岁的陈浩然，由他自己替孩子签字，当场生效。',
  },
  {
    title: '替孩子缴医保费',
    left: 'o-hebei-chen-zhiqiang',
    right: 'o-hebei-liu-lihua',
    about:
      '两人各自先把八岁的陈浩然加进来，再从首页进“居民医保缴费”。一个人缴好了，另一个人那边马上显示已缴，不会缴两次。',
  },
  {
    title: '夫妻互相授权',
    left: 'o-hebei-sun-wei',
    right: 'o-hebei-ma-li',
    about: '孙伟和马丽互相邀请，这是两份绑定，各签各的字。',
  },
  {
    title: '没有参保的儿子',
    left: 'o-hebei-zhao-yonghong',
    right: 'o-hebei-zhou-kai',
    about: '赵永红邀请儿子周凯；周凯没有参保，这件事只有他本人会看到。',
  },
  {
    title: '新生儿',
    left: 'o-xizang-zhaxi',
    right: 'o-xizang-zhuoma',
    about: '扎西邀请刚出生的平措，由他替孩子签字，一次办完。',
  },
  {
    title: '母亲没有手机',
    left: 'o-xizang-zhaxi',
    right: 'o-xizang-yangjin',
    about: '扎西的母亲白玛没有手机，可以当面在扎西的手机上核验、签字。',
  },
  {
    title: '邀请转发给了别人',
    left: 'o-xizang-zhaxi',
    right: 'o-xizang-wangdui',
    about: '扎西邀请妹妹央金，消息却被旺堆点开：他什么也看不到。',
  },
  {
    title: '填开始和结束日期',
    left: 'o-guizhou-yang-changlin',
    right: 'o-guizhou-luo-xiuping',
    about: '杨昌林从“添加我的家庭成员”邀请妻子罗秀萍，要选从哪天到哪天。',
  },
  {
    title: '母亲没有手机',
    left: 'o-jiangxi-hu-guohua',
    right: 'o-jiangxi-wan-xiaohong',
    about: '胡国华勾选个人郑重承诺邀请妻子；母亲没有手机，可以当面办。',
  },
  {
    title: '先建立共济家庭',
    left: 'o-henan-zhang-hongqi',
    right: 'o-henan-du-juan',
    about: '张红旗要先建立共济家庭，再添加妻子杜鹃。',
  },
  {
    title: '要拍材料，当地审核',
    left: 'o-anhui-wu-wei',
    right: 'o-anhui-wu-xuewen',
    about:
      '吴𬱟邀请父亲吴学文，要拍户口簿（用下面的样张）。父亲签好以后，到最下面的“经办与机构工作台”，以林审登录来审核：退回一次，再补交、再通过。',
  },
  {
    title: '一次可用多少',
    left: 'o-shandong-kong-fanxing',
    right: 'o-shandong-song-xiaoyan',
    about: '孔繁星建立个账共济账户，定好消费可用限额，再添加妻子宋晓燕。',
  },
  {
    title: '谁先用，排顺位',
    left: 'o-shaanxi-qin-ling',
    right: 'o-shaanxi-bai-xuemei',
    about: '秦岭手写签名邀请妻子白雪梅；有几位家人时可以排顺位，解绑要审核。',
  },
  {
    title: '解除要先申请',
    left: 'o-shaanxi-qin-ling',
    right: 'o-shaanxi-bai-xuemei',
    about:
      '秦岭邀请妻子白雪梅，她同意以后再申请解除：要拍材料，由郝清在工作台审核。审核期间照旧能用，两部手机都看得到办到哪一步。',
  },
  {
    title: '港澳通行证',
    left: 'o-guangdong-lin-jiahao',
    right: 'o-guangdong-chen-yongen',
    about: '林嘉豪的妻子陈咏恩持港澳通行证；深圳的共济和亲情账户是两件事。',
  },
  {
    title: '父母各一位',
    left: 'o-shanxi-guo-jinyang',
    right: 'o-shanxi-guo-mancang',
    about: '郭晋阳先看告知书，再手写签名，邀请父亲郭满仓；当地父亲只能添加一位。',
  },
  {
    title: '照着打一句话',
    left: 'o-hubei-jiang-chutian',
    right: 'o-hubei-shu-xiaohe',
    about: '江楚天邀请妻子舒晓荷，两个人的承诺书都要照着打一句话，也可以一键填入。',
  },
  {
    title: '父亲在别的市参保',
    left: 'o-jiangsu-xu-runsheng',
    right: 'o-jiangsu-xu-yongquan',
    about: '徐润生在扬州，父亲徐永泉在无锡：同一个省就可以添加，要填从哪天到哪天。',
  },
  {
    title: '只用历年账户',
    left: 'o-zhejiang-shen-haining',
    right: 'o-zhejiang-pan-yuwei',
    about: '沈海宁邀请妻子潘雨薇；浙江只能用历年账户里的钱。',
  },
  {
    title: '组建家庭共济网',
    left: 'o-shanghai-gu-shen',
    right: 'o-shanghai-gu-genbao',
    about: '顾申手写签名，把退休的父亲顾根宝添加进家庭共济网。',
  },
  {
    title: '缴费期还没到',
    left: 'o-beijing-guan-peng',
    right: 'o-beijing-jin-shumin',
    about: '关鹏邀请母亲金淑敏；把时钟拨到2025年11月30日，才能替她缴2026年的居民医保。',
  },
  {
    title: '公布得少的地方',
    left: 'o-sichuan-lei-chuan',
    right: 'o-sichuan-pu-xiulan',
    about: '雷川邀请母亲蒲秀兰；四川公布得少，页面用通用的说法，并说明是我们的读法。',
  },
  {
    title: '只能添加一位',
    left: 'o-chongqing-ran-yusheng',
    right: 'o-chongqing-xiang-chaobi',
    about: '冉渝生先邀请母亲向朝碧，再邀请妻子谭莉：重庆一对一，第二位会被拒绝。',
  },
  {
    title: '已经有人添加了女儿',
    left: 'o-chongqing-tan-li',
    right: 'o-chongqing-ran-xingyu',
    about: '先让冉渝生替女儿冉星语签好，再由谭莉添加：一位家人只能由一个人添加。',
  },
  {
    title: '先看问答',
    left: 'o-gansu-qi-lianfeng',
    right: 'o-gansu-jing-xueying',
    about: '祁连峰先看家庭共济问答和承诺书，再邀请妻子景雪莹。',
  },
  {
    title: '一个家庭账户',
    left: 'o-fujian-hong-haisheng',
    right: 'o-fujian-zhuang-meiling',
    about: '洪海生先替女儿洪子晴签好，妻子庄美玲就不能再添加她：这是厦门的规定。',
  },
  {
    title: '厦门的规定，福州不算',
    left: 'o-fujian-hong-haisheng',
    right: 'o-fujian-hong-haiyan',
    about: '母亲苏丽卿已由洪海生添加；妹妹洪海燕在福州参保，她还能添加母亲。',
  },
  {
    title: '父母不用材料',
    left: 'o-dalian-qu-hang',
    right: 'o-dalian-qu-dehai',
    about: '曲航邀请父亲曲德海，不用材料；换成妻子或儿子，就要看证件的照片。',
  },
  {
    title: '妹妹不能添加',
    left: 'o-dalian-qu-hang',
    right: 'o-dalian-qu-lan',
    about: '大连查到的页面只有配偶、父母、子女；曲航邀请妹妹曲岚会被拒绝，并说明依据。',
  },
  {
    title: '想加几位都行',
    left: 'o-neimenggu-wu-en',
    right: 'o-neimenggu-saren-gaowa',
    about: '乌恩和萨仁高娃都能添加儿子巴特尔：当地没有人数上限。',
  },
  {
    title: '大庆的第六位',
    left: 'o-heilongjiang-chi-guanglin',
    right: 'o-heilongjiang-chi-xiaobei',
    about: '迟广林有六位家人，大庆最多添加五位；弟弟在哈尔滨，那里没有查到上限。',
  },
  {
    title: '签字确认',
    left: 'o-tianjin-mu-jinchuan',
    right: 'o-tianjin-ji-xiaotang',
    about: '穆津川邀请妻子纪晓棠，两个人都手写签名。',
  },
  {
    title: '要填到哪天为止',
    left: 'o-hunan-yi-xiang',
    right: 'o-hunan-wen-zhiruo',
    about: '易湘邀请妻子文芷若，表上要填最后一天。',
  },
]

/** The stories whose first phone belongs to a family of the region. */
export function storiesOf(regionCode, families) {
  const here = new Set(
    families
      .filter((family) => family.regionCode === regionCode)
      .flatMap(({ members }) => members.map(({ openid }) => openid)),
  )
  return STORIES.filter(({ left }) => here.has(left))
}
