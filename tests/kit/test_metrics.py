"""Metrics are made once, rendered for Prometheus, and carry no personal label."""

import pytest

from batua.kit import metrics


def test_a_counter_is_rendered_with_its_labels():
    metrics.counter("batua_test_sends", "Sends seen by this test.", "outcome").labels("ok").inc(2)
    assert b'batua_test_sends_total{outcome="ok"} 2.0' in metrics.render()


def test_a_metric_is_made_once():
    first = metrics.histogram("batua_test_wait_s", "Time waited.", "queue")
    assert metrics.histogram("batua_test_wait_s", "Time waited.", "queue") is first
    first.labels("default").observe(0.2)
    assert b'batua_test_wait_s_bucket{le="0.25",queue="default"} 1.0' in metrics.render()


def test_a_gauge_rises_and_falls():
    depth = metrics.gauge("batua_test_depth", "Jobs waiting.")
    depth.set(7)
    depth.dec(3)
    assert b"batua_test_depth 4.0" in metrics.render()


def test_one_name_cannot_be_two_kinds():
    metrics.counter("batua_test_kind", "A counter.")
    with pytest.raises(TypeError, match="batua_test_kind"):
        metrics.gauge("batua_test_kind", "A gauge.")


@pytest.mark.parametrize("label", ["phone", "email", "name", "payer_phone"])
def test_a_personal_label_is_refused(label):
    with pytest.raises(ValueError, match=label):
        metrics.counter(f"batua_test_{label}", "Never made.", label)
