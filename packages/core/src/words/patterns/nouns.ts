/** The names that documents use for one thing, as pattern fragments: the vocabulary's wordings, the one that is written first. */
import { conceptById, nounsOf, VEHICLE_USES } from '../../vocabulary/index.ts';

const any = (...names: readonly string[]) => `<${[...new Set(names)].join('|')}>`;

/** The names of a concept; `first` is written instead of its usual one where a sentence says so. */
const noun = (id: string, ...first: readonly string[]) => any(...first, ...nounsOf(conceptById(id)));

/** As `noun`, where any words may stand before the name. */
const freeNoun = (id: string) => `…${noun(id)}`;

export const REVENUE = noun('revenue-total');
export const YEAR_REVENUE = noun('year-revenue');
export const EXPENDITURE = noun('expenditure-total');
export const YEAR_EXPENDITURE = noun('year-expenditure');
export const BOTH = noun('balance-total');
export const ARRANGED_BOTH = noun('arranged-total');

export const APPROPRIATED = noun('appropriation');
export const GENERAL_RECEIVED = noun('general-public');
export const FUND_RECEIVED = noun('government-fund');
export const STATE_RECEIVED = noun('state-capital');
export const SPECIAL_ACCOUNT = noun('special-account');
export const INSTITUTIONAL = noun('institutional');
export const BUSINESS = noun('business');
export const SUPERIOR = noun('superior-subsidy');
export const AFFILIATES = noun('affiliate-payment');
export const UNIT_FUNDS = noun('unit-funds');
export const OTHER = noun('other');
export const CARRIED = noun('carryover');
export const SURPLUS_USED = noun('non-appropriation-surplus');
export const SURPLUS_DISTRIBUTED = noun('surplus-distribution');
export const LEFT = noun('year-end');

export const BASIC = noun('basic');
export const PROJECT = noun('project');
export const PERSONNEL = noun('personnel');
export const OPERATING = noun('operating');
export const BUSINESS_SPENT = noun('business-expenditure');
export const REMITTED = noun('remittance');
export const SUBSIDIES = noun('affiliate-subsidy');

export const APPROPRIATION_BOTH = noun('appropriation-total');
export const APPROPRIATION_SPENT = noun('appropriation-expenditure');
export const GENERAL_ARRANGED = noun('general-public-expenditure', '一般公共预算拨款支出预算');
export const FUND_ARRANGED = noun('government-fund-expenditure', '政府性基金预算拨款支出预算');
export const STATE_ARRANGED = noun('state-capital-expenditure', '国有资本经营预算拨款支出预算');
export const GENERAL_SPENT = noun('general-public-expenditure');
export const FUND_SPENT = noun('government-fund-expenditure');
export const STATE_SPENT = noun('state-capital-expenditure');
export const BASIC_SPENT = noun('basic-of-general');

export const PUBLICS = freeNoun('three-publics');
export const OVERSEAS = freeNoun('overseas');
export const VEHICLES = freeNoun('vehicles');
export const VEHICLE_PURCHASE = freeNoun('vehicle-purchase');
export const VEHICLE_RUNNING = freeNoun('vehicle-running');
export const HOSPITALITY = freeNoun('hospitality');
export const MEETING = '…<会议费|会议费支出>';
export const TRAINING = '…<培训费|培训费支出>';
/** Of 公务接待费 what was spent on guests from within, on those of them on foreign affairs, and beyond the border. */
export const DOMESTIC =
  '<国内接待费|国内公务接待费|国内公务接待|国内接待|国内公务接待支出|国内接待支出|国内接待费支出|国内公务接待费支出>';
export const FOREIGN = '<外事接待费|外事接待|外事接待支出|外事接待费支出>';
export const ABROAD =
  '<国（境）外接待费|国（境）外公务接待费|国（境）外公务接待|国（境）外接待|国（境）外公务接待支出|国（境）外接待支出>';
/** Guests from abroad, where they are told beside those from within. */
export const GUESTS = '<外宾接待|外宾接待费|外宾接待支出>';
export const AGENCY_OPERATING = freeNoun('agency-operating');

export const GOODS = noun('goods');
export const WORKS = noun('works');
export const SERVICES = noun('services');
export const PROCUREMENT = freeNoun('procurement');
export const SME = noun('sme');
export const SMALL_MICRO = noun('small-micro');

export const TARGETED = noun('targeted-projects');
export const TARGETED_FUNDS = noun('targeted-funds');
/** Behind the number of projects their money is named shortly. */
export const THEIR_FUNDS = noun('their-funds');
export const ASSETS = noun('assets');
export const ORIGINAL_VALUE = noun('original-value');
export const ASSET_PURCHASE = noun('asset-purchase');
export const CARS = freeNoun('cars');
export const CAR_PURCHASE = freeNoun('car-purchase');
export const PROJECT_FUNDS = noun('project-budget');

/** The nouns of vehicles by use: the concept's id, its name, its wordings. */
export const CAR_USES = VEHICLE_USES.map(({ id, name }) => ({ id, use: name, noun: noun(id) }));
