//! regorus: the RVM with a program compiled beforehand.

use regorus::languages::rego::compiler::Compiler;
use regorus::rvm::vm::RegoVM;
use regorus::{Engine, Value};

use crate::domain::{OFFENCES, Outcome};

pub struct Rego {
    vm: RegoVM,
    names: [Value; 2],
}

impl Rego {
    pub fn new(policy: &str, data: &str) -> Rego {
        let entry = "data.koap.verdicts";
        let mut engine = Engine::new();
        engine.add_policy("rules.rego".to_owned(), policy.to_owned()).expect("the policy parses");
        engine.add_data_json(data).expect("the data parses");
        let compiled = engine.compile_with_entrypoint(&entry.into()).expect("the policy compiles");
        let program = Compiler::compile_from_policy(&compiled, &[entry]).expect("the policy compiles for the RVM");
        let mut vm = RegoVM::new();
        vm.load_program(program);
        vm.set_data(Value::from_json_str(data).expect("JSON")).expect("data beside rules");
        vm.set_max_instructions(usize::MAX);
        Rego { vm, names: OFFENCES.map(Value::from) }
    }

    pub fn input(json: &str) -> Value {
        Value::from_json_str(json).expect("JSON")
    }

    /// Evaluates a prebuilt input; cloning it is counting a reference.
    pub fn packed(&mut self, input: &Value) -> Value {
        self.vm.set_input(input.clone());
        self.vm.execute().expect("the policy evaluates")
    }

    /// JSON in, JSON out. `Value`'s own serde implementations are faster than its `from_json_str` and `to_json_str`.
    pub fn json(&mut self, json: &str, out: &mut Vec<u8>) {
        self.vm.set_input(serde_json::from_str(json).expect("JSON"));
        let result = self.vm.execute().expect("the policy evaluates");
        out.clear();
        serde_json::to_writer(out, &result).expect("a value can be written");
    }

    pub fn outcome(&self, result: &Value) -> Outcome {
        let object = result.as_object().expect("an object");
        self.names.each_ref().map(|n| {
            let fine = object.get(n).and_then(|v| v.as_u64().ok()).expect("a number");
            (fine > 0).then_some(fine)
        })
    }
}
