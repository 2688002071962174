export {
	listOrganisationsAbove,
	listOrganisationsBelow,
	listSchoolsBelow,
	type Organisation,
	type OrganisationAbove,
	type OrganisationKind
} from './organisations.ts';
