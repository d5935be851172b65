"""The JSON shapes of activities, documents and tensions."""

from gcmilo import query
from gcmilo.model import Source
from gcmilo.output.data.parts import Data, activity_data, document_data, schema, shape, tension_data


@shape.register
def _activities(answer: query.ActivitiesAnswer, source: Source) -> Data:
    return schema("activities") | {"activities": [activity_data(activity, source) for activity in answer.activities]}


@shape.register
def _activity(answer: query.ActivityAnswer, source: Source) -> Data:
    return schema("activity") | activity_data(answer.activity, source)


@shape.register
def _documents(answer: query.DocumentsAnswer, source: Source) -> Data:
    return schema("documents") | {"documents": [document_data(document, source) for document in answer.documents]}


@shape.register
def _tensions(answer: query.TensionsAnswer, source: Source) -> Data:
    return schema("tensions") | {"tensions": [tension_data(tension, source) for tension in answer.tensions]}
