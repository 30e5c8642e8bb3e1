export { answerKinshipFile } from './core/case-file';
export type { CaseAnswer, RefusedCase } from './core/case-file';
export { WORK_LIMIT } from './core/elimination';
export type { WorkLimit } from './core/elimination';
export { genotypeIndex, genotypeTable } from './core/genotype-table';
export { haplotypeFrequency } from './core/haplotype-frequency';
export { IncidentComparison } from './core/joint-identification';
export type { Incident, JointIdentification, PairwiseComparison, Victim } from './core/joint-identification';
export type { MissingFamily, Profile } from './core/family-states';
export { KinshipInputError } from './core/kinship-input-error';
export { kinshipRatio } from './core/likelihood-ratio';
export type { KinshipQuestion, KinshipRatio, MarkerRatio } from './core/likelihood-ratio';
export { compareMt, compareY, maternalLineage, paternalLineage } from './core/lineage';
export type { Lineage, LineageFinding, MtProfile, YProfile } from './core/lineage';
export { Marker } from './core/marker';
export type { MarkerDescription } from './core/marker';
export type { MutationRates } from './core/mutation';
export { readObservation } from './core/observation';
export type { Observation } from './core/observation';
export { readPedigree } from './core/pedigree';
export type { Pedigree, PersonDescription, Sex } from './core/pedigree';
export { codeRemains, hashOfInputs, log10LrFromTables, searchAll, searchTables } from './core/search-tables';
export type { CodedRemains, FoundPair, SearchTables, SoughtPerson } from './core/search-tables';
export { addUnseenAllele, fiveOverTwoN } from './core/unseen-allele';
export { DnaCoverage } from './dna-coverage.service';
export { dnaConcluded, familyDnaChanged, remainsDnaChanged } from './kinship.events';
export { KINSHIP_QUEUE } from './kinship.listeners';
export { KinshipModule } from './kinship.module';
export {
  type ProfileAnalysis,
  ProfilesService,
  type ProfileSubject,
  type ProfileToWrite,
  type StoredProfile,
} from './profiles.service';
export { ResultsService as KinshipResults, type SignedDna } from './results.service';
