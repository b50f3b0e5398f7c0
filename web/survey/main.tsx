import { render } from 'preact'
import { SurveyPage } from './survey-page.tsx'

const place = document.getElementById('app')
if (place) render(<SurveyPage />, place)
