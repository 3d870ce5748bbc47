import type { Locale } from '../locale.js'

export const chinese: Locale = {
  code: 'zh',
  weight: 4,
  women: ['芳', '丽娜', '秀英', '婷婷', '雪梅', '欣怡', '雨桐', '晓红', '美玲', '佳慧'],
  men: ['伟', '建国', '志强', '明', '浩然', '子轩', '俊杰', '文博', '海涛', '晓东'],
  families: ['王', '李', '张', '刘', '陈', '杨', '黄', '赵', '周', '吴', '欧阳'],
  order: 'familygiven',
  businesses: ['老王面馆 🍜', '春天花店', '阳光幼儿园', '顺达物流'],
  groups: ['周末羽毛球 🏸', '三年二班家长群', '项目组', '吃货联盟 🥟'],
  familyGroup: '*家大院',
  phone: (random) => `861${random.pick(['38', '39', '58', '86'])}0000${random.digits(4)}`,
  showPhone: (digits) => `+86 ${digits.slice(2, 5)} ${digits.slice(5, 9)} ${digits.slice(9)}`,
}
