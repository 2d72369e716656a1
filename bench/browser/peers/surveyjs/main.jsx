import { createRoot } from 'react-dom/client';
import { Model } from 'survey-core';
import { Survey } from 'survey-react-ui';
import 'survey-core/survey-core.fontless.css';
import survey from 'virtual:form';
import { send } from '../shared/send.js';

const model = new Model(survey);
model.onComplete.add(({ data }) => send(data));
createRoot(document.getElementById('root')).render(<Survey model={model} />);
