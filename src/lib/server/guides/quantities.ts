import type { Material } from '../curriculum/index.ts';

/** A table seats four, and nobody sits alone if it can be helped: five people are two tables. */
const AT_A_TABLE = 4;

export function tablesFor(people: number): number {
	return Math.ceil(people / AT_A_TABLE);
}

/** How many of a material a room of so many people needs. An empty room needs what stands in it. */
export function quantityFor(
	{ per, count }: Pick<Material, 'per' | 'count'>,
	people: number
): number {
	if (per === 'person') return count * people;
	return per === 'table' ? count * tablesFor(people) : count;
}
