import { Command } from 'commander'
import { surveyLinkCommand } from './survey-link.ts'
import { surveyReliabilityCommand } from './survey-reliability.ts'
import { surveyReportCommand } from './survey-report.ts'

/** `candor survey …`: what customers are asked, and what their answers are worth. */
export function surveyCommand(): Command {
  return new Command('survey')
    .description('surveys: their links, and what their answers are worth')
    .addCommand(surveyLinkCommand())
    .addCommand(surveyReliabilityCommand())
    .addCommand(surveyReportCommand())
}
