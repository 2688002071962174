export {
	listOrganisationsBelow,
	listSchoolsBelow,
	type Organisation,
	type OrganisationKind
} from './organisations.ts';
