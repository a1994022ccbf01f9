/** What is worth trying first: whose the two phones are, and what happens. */
export const STORIES = [
  {
    region: '河北',
    title: '邀请妻子',
    left: 'o-hebei-wang-jianguo',
    right: 'o-hebei-li-xiuying',
    about: '王建国在左边邀请妻子李秀英；她在右边点开消息，看清楚、签好字才算数。',
  },
  {
    region: '河北',
    title: '第九位家人',
    left: 'o-hebei-wang-jianguo',
    right: 'o-hebei-wang-zihan',
    about: '王建国有十位家人可以邀请，河北最多八位：第九位会被拒绝，并说明依据。',
  },
  {
    region: '河北',
    title: '替孩子签字',
    left: 'o-hebei-chen-zhiqiang',
    right: 'o-hebei-liu-lihua',
    about: '陈志强邀请八岁的陈浩然，由他自己替孩子签字，当场生效。',
  },
  {
    region: '河北',
    title: '夫妻互相授权',
    left: 'o-hebei-sun-wei',
    right: 'o-hebei-ma-li',
    about: '孙伟和马丽互相邀请，这是两份绑定，各签各的字。',
  },
  {
    region: '河北',
    title: '没有参保的儿子',
    left: 'o-hebei-zhao-yonghong',
    right: 'o-hebei-zhou-kai',
    about: '赵永红邀请儿子周凯；周凯没有参保，这件事只有他本人会看到。',
  },
  {
    region: '西藏',
    title: '新生儿',
    left: 'o-xizang-zhaxi',
    right: 'o-xizang-zhuoma',
    about: '扎西邀请刚出生的平措，由他替孩子签字，一次办完。',
  },
  {
    region: '西藏',
    title: '母亲没有手机',
    left: 'o-xizang-zhaxi',
    right: 'o-xizang-yangjin',
    about: '扎西的母亲白玛没有手机，可以当面在扎西的手机上核验、签字。',
  },
  {
    region: '安徽',
    title: '要拍材料，当地审核',
    left: 'o-anhui-wu-wei',
    right: 'o-anhui-wu-xuewen',
    about:
      '吴𬱟邀请父亲吴学文，要拍户口簿（用下面的样张）。父亲签好以后，到最下面的“经办与机构工作台”，以林审登录来审核：退回一次，再补交、再通过。',
  },
  {
    region: '陕西',
    title: '解除要先申请',
    left: 'o-shaanxi-qin-ling',
    right: 'o-shaanxi-bai-xuemei',
    about:
      '秦岭邀请妻子白雪梅，她同意以后再申请解除：要拍材料，由郝清在工作台审核。审核期间照旧能用，两部手机都看得到办到哪一步。',
  },
  {
    region: '西藏',
    title: '邀请转发给了别人',
    left: 'o-xizang-zhaxi',
    right: 'o-xizang-wangdui',
    about: '扎西邀请妹妹央金，消息却被旺堆点开：他什么也看不到。',
  },
]
