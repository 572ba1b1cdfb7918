"""Many payments by one order: looked at before, made part by part, read later."""

from batua.modules.payments.service.bulk.preview import preview as preview
from batua.modules.payments.service.bulk.reading import all_results as all_results
from batua.modules.payments.service.bulk.reading import batch as batch
from batua.modules.payments.service.bulk.reading import batches as batches
from batua.modules.payments.service.bulk.reading import results as results
from batua.modules.payments.service.bulk.reading import status_of as status_of
from batua.modules.payments.service.bulk.sending import Bulk as Bulk
