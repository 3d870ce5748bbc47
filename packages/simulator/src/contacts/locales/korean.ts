import type { Locale } from '../locale.js'

export const korean: Locale = {
  code: 'ko',
  weight: 2,
  women: ['서연', '지우', '민서', '하은', '수빈', '유진', '은지', '예린'],
  men: ['민준', '서준', '도윤', '지훈', '현우', '성민', '동현', '태영'],
  families: ['김', '이', '박', '최', '정', '강', '조', '윤'],
  order: 'familygiven',
  businesses: ['봄날 꽃집', '행복 베이커리', '서울 치과'],
  groups: ['주말 등산 ⛰️', '마케팅팀', '대학 동기', '아파트 101동'],
  familyGroup: '*씨네 가족',
  phone: (random) => `82100000${random.digits(4)}`,
  showPhone: (digits) => `+82 ${digits.slice(2, 4)}-${digits.slice(4, 8)}-${digits.slice(8)}`,
}
