import { haveParentInCommon, isParent, type Soul } from './people.ts'

/**
 * 続柄 towards the head as the register prints it (住民基本台帳事務処理要領 第2-1-(2)-エ): grandchildren are 子の子, a couple that has
 * not married is 夫(未届) and 妻(未届), children of the spouse alone are 妻の子, kin beyond that 縁故者 and others 同居人.
 */
export function relationshipTo(head: Soul | null, member: Soul): string {
  if (head === null) return member.relationship === '世帯主' ? '縁故者' : member.relationship
  if (member === head) return '世帯主'
  return closeTo(head, member) ?? throughOther(head, member) ?? (isDistantKin(head, member) ? '縁故者' : '同居人')
}

/** Printed in one word, or null. */
function closeTo(head: Soul, member: Soul): string | null {
  const isFemale = member.sex === 'female'
  if (head.partner === member) return (isFemale ? '妻' : '夫') + (head.isMarried ? '' : '(未届)')
  if (isParent(head, member)) return '子'
  if (isParent(member, head)) return isFemale ? '母' : '父'
  if (!haveParentInCommon(head, member)) return null
  if (member.born < head.born) return isFemale ? '姉' : '兄'
  return isFemale ? '妹' : '弟'
}

/** Printed as the relationship of a relation: 妻の母, 子の妻, 子の子, 父の母. */
function throughOther(head: Soul, member: Soul): string | null {
  const between = [head.partner, head.mother, head.father, ...head.children].filter((soul): soul is Soul => soul !== null && soul !== member)
  for (const other of between) {
    const [first, second] = [closeTo(head, other), closeTo(other, member)]
    if (first !== null && second !== null && !isRoundabout(second)) return `${first}の${second}`
  }
  return null
}

/** A parent's partner, or a child's brother, is named otherwise or not at all. */
function isRoundabout(second: string): boolean {
  return second.endsWith('(未届)')
}

function isDistantKin(head: Soul, member: Soul): boolean {
  const near = [head, head.partner, head.mother, head.father]
  return near.some((soul) => soul?.children.some((child) => child === member || child.partner === member || isParent(child, member)))
}
