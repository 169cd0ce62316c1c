//! What only the charts of the gallery look at, in every form that a view has.
//!
//! The small core, which every page loads, is built without it and passes over these fields.

use super::address::{id, list, one};
use super::beside::beside;
use super::resolve::{Reader, drop_same};
use super::{By, ChartId, Form, Origin, ScaleKind, Scales, Settings, View};
use crate::compare::{self, Comparison, Question};
use crate::data::Dataset;

impl View {
    /// Sets one of these fields from its text in an address.
    pub(super) fn set_more(&mut self, key: &str, value: &str) {
        match key {
            "beside" => self.beside = Some(list(value)),
            "scale" => self.scale = one(&ScaleKind::ALL, value),
            "form" => self.form = one(&Form::ALL, value),
            "origin" => self.origin = one(&Origin::ALL, value),
            "base" => self.base = Some(value.to_owned()),
            "of" => self.of = ChartId::named(value),
            "by" => self.by = one(&By::ALL, value),
            "scales" => self.scales = one(&Scales::ALL, value),
            _ => {}
        }
    }

    /// Adds these fields to the query of an address.
    pub(super) fn add_more(&self, add: &mut dyn FnMut(&str, Option<&str>)) {
        let beside = self.beside.as_ref().map(|b| b.join(","));
        add("beside", beside.as_deref());
        add("scale", id(&ScaleKind::ALL, self.scale));
        add("form", id(&Form::ALL, self.form));
        add("origin", id(&Origin::ALL, self.origin));
        add("base", self.base.as_deref());
        add("of", self.of.map(ChartId::id));
        add("by", id(&By::ALL, self.by));
        add("scales", id(&Scales::ALL, self.scales));
    }

    /// What these fields ask, and how they have it drawn.
    pub(super) fn resolve_more(
        &self,
        reader: &mut Reader<'_>,
        question: &mut Question,
        settings: Settings,
    ) -> Settings {
        question.beside = match &self.beside {
            Some(ids) => ids.iter().map(|id| reader.indicator(Some(id))).collect(),
            None => beside(reader.data, self, question.indicator),
        };
        let (of, by, _) = self.panels();
        reader.notices.extend(self.unfit(reader.lang));
        question.base = self.base.as_deref().and_then(|p| reader.period(p));
        Settings {
            scale: self.scale.unwrap_or_default(),
            form: self.form.unwrap_or(self.own_form()),
            origin: self.origin.unwrap_or_default(),
            of,
            by,
            scales: self.scales.unwrap_or_default(),
            ..settings
        }
    }

    /// The same with these fields filled by what is shown.
    pub(super) fn complete_more(self, data: &Dataset, c: &Comparison) -> Self {
        let q = &c.question;
        let beside = q.beside.iter();
        let (of, by, _) = self.panels();
        // then and now are periods of which home has values, whatever was asked for
        let ends = match self.drawn() {
            ChartId::Slopes => compare::ends(c),
            _ => None,
        };
        Self {
            beside: Some(beside.map(|i| data.indicator(*i).id.clone()).collect()),
            scale: Some(self.scale.unwrap_or_default()),
            form: Some(self.form.unwrap_or(self.own_form())),
            origin: Some(self.origin.unwrap_or_default()),
            base: q.base.map(|p| p.to_string()),
            range: ends.map(|(a, b)| format!("{a}..{b}")).or(self.range),
            of: Some(of),
            by: Some(by),
            scales: Some(self.scales.unwrap_or_default()),
            ..self
        }
    }

    /// Leaves out of these fields what the defaults give anyway.
    pub(super) fn shorten_more(&mut self, data: &Dataset, plain: &Self) {
        drop_same(&mut self.scale, &plain.scale);
        let form = Some(self.own_form());
        drop_same(&mut self.form, &form);
        drop_same(&mut self.origin, &plain.origin);
        drop_same(&mut self.of, &plain.of);
        drop_same(&mut self.by, &plain.by);
        drop_same(&mut self.scales, &plain.scales);
        let chosen = Self {
            beside: None,
            ..self.clone()
        };
        drop_same(&mut self.beside, &chosen.answered(data).beside);
    }
}
