/** 分管领导, 项目负责人, 评价人员, 系统管理 (domain.md §9). */
export type Role = 'leader' | 'manager' | 'evaluator' | 'admin'

/** Every role, in the order in which they are offered. */
export const ROLES: readonly Role[] = ['manager', 'leader', 'evaluator', 'admin']
