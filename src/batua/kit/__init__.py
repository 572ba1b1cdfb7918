"""The parts every module stands on; this package knows no business."""
