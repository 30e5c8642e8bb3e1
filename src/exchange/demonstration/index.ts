export { DemonstrationDailyWork } from './daily-work';
export { Demonstration, type DemonstrationLogin, type DemonstrationState, type Filled } from './demonstration.service';
export { demonstrationStories } from './stories';
