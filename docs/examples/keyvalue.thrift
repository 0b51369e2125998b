service KeyValue {
  string get(1: string key)
  string set(1: string key, 2: string value)
}
